<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
 <context>
  <name>SyriaControl</name>
  <message>
   <location filename="syria_control_plugin/algorithms/areaovertime.py" />
   <source>A line for each faction, or areas on top of each other.</source>
   <translation>خط لكل فصيل، أو مساحات بعضها فوق بعض.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/areaovertime.py" />
   <source>A map holds until the next one. Area on the WGS 84 ellipsoid. Contested ground counts for each faction that is said to hold it.</source>
   <translation>تسري الخريطة حتى التي تليها. المساحة على إهليلج WGS 84. الأرض المتنازع عليها تُحسب لكل فصيل يُقال إنه يسيطر عليها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/areaovertime.py" />
   <source>A picture for a report: .png or .svg. Empty: none is drawn.</source>
   <translation>صورة لتقرير: ⁦.png⁩ أو ⁦.svg⁩. فارغ: لا يُرسم شيء.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/areaovertime.py" />
   <source>A row for each faction and date. Choose a .csv file for a spreadsheet.</source>
   <translation>صف لكل فصيل وتاريخ. اختر ملف ⁦.csv⁩ لبرنامج جداول.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/areaovertime.py" />
   <location filename="syria_control_plugin/algorithms/changematrix.py" />
   <location filename="syria_control_plugin/algorithms/checkseries.py" />
   <location filename="syria_control_plugin/algorithms/controlchanges.py" />
   <location filename="syria_control_plugin/algorithms/frontlines.py" />
   <location filename="syria_control_plugin/algorithms/pockets.py" />
   <location filename="syria_control_plugin/algorithms/retakenground.py" />
   <location filename="syria_control_plugin/algorithms/territoriesondate.py" />
   <source>Analysis</source>
   <translation>التحليل</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/areaovertime.py" />
   <source>Area held over time</source>
   <translation>مساحة السيطرة عبر الزمن</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/areaovertime.py" />
   <location filename="syria_control_plugin/gui/panel/area_chart.py" />
   <location filename="syria_control_plugin/gui/panel/panel.py" />
   <source>Area over time</source>
   <translation>المساحة عبر الزمن</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/areaovertime.py" />
   <source>Chart</source>
   <translation>الرسم البياني</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/areaovertime.py" />
   <source>Empty: Area held over time.</source>
   <translation>فارغ: «مساحة السيطرة عبر الزمن».</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/areaovertime.py" />
   <source>How much ground each faction held: a table with a row for each faction and date on which somebody's ground changed, with ellipsoidal area, share of all ground held on the date (0 to 1), and change since the date before. Choose a .csv file as output for a spreadsheet.

A source's silence is not zero: on a date on which it has no territory at all (a hole in the source, the end of its maps) area, share and change are empty, and the chart has a break. The change after such a hole is since the last date before it that is known. A map that shows nobody on any ground counts as silence too.

Contested ground counts for each faction that is said to hold it, but once in the total of the shares: they add up to 1 where no ground is contested, and to more where some is.

The chart is a picture for a report (.png or .svg) in the theme's colours and words, with a panel for each source. It has steps: a map holds until the next one; the last one is drawn a little beyond its date.</source>
   <translation>كم من الأرض سيطر عليها كل فصيل: جدول فيه صف لكل فصيل ولكل تاريخ تغيّرت فيه أرض أحد، وفيه المساحة على الإهليلج، والحصة من كل الأرض الخاضعة للسيطرة في ذلك التاريخ (من 0 إلى 1)، والتغيّر منذ التاريخ السابق. اختر للمخرجات ملف ⁦.csv⁩ لبرنامج جداول.

صمت المصدر ليس صفرًا: في تاريخ لا منطقة سيطرة فيه أصلًا (فجوة في المصدر، أو نهاية خرائطه) تكون المساحة والحصة والتغيّر فارغة، وينقطع الرسم. والتغيّر بعد فجوة كهذه محسوب منذ آخر تاريخ معروف قبلها. والخريطة التي لا تنسب أي أرض إلى أحد تُعدّ صمتًا أيضًا.

الأرض المتنازع عليها تُحسب لكل فصيل يُقال إنه يسيطر عليها، لكنها تُحسب مرة واحدة في مجموع الحصص: مجموع الحصص 1 حيث لا أرض متنازع عليها، وأكثر من ذلك حيث توجد.

الرسم صورة لتقرير (⁦.png⁩ أو ⁦.svg⁩) بألوان السمة وكلماتها، فيه لوحة لكل مصدر. وهو متدرّج: تسري الخريطة حتى التي تليها؛ والأخيرة تُرسم إلى ما بعد تاريخها بقليل.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/areaovertime.py" />
   <source>Kind of chart</source>
   <translation>نوع الرسم البياني</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/areaovertime.py" />
   <source>Note below the chart</source>
   <translation>ملاحظة تحت الرسم</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/areaovertime.py" />
   <location filename="syria_control_plugin/algorithms/retakenground.py" />
   <source>Rows</source>
   <translation>الصفوف</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/areaovertime.py" />
   <source>Source: {}</source>
   <translation>المصدر: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/areaovertime.py" />
   <source>Such as who made the maps and from what. How areas were measured is added to it.</source>
   <translation>مثل من صنع الخرائط ومن ماذا. تُضاف إليها طريقة قياس المساحات.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/areaovertime.py" />
   <source>Title of the chart</source>
   <translation>عنوان الرسم</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/areaovertime.py" />
   <source>area</source>
   <translation>مساحة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/areaovertime.py" />
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <location filename="syria_control_plugin/algorithms/territoriesfromreports.py" />
   <location filename="syria_control_plugin/algorithms/territoriesondate.py" />
   <source>area of control</source>
   <translation>مساحة السيطرة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/areaovertime.py" />
   <source>chart</source>
   <translation>رسم بياني</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/areaovertime.py" />
   <location filename="syria_control_plugin/algorithms/changematrix.py" />
   <location filename="syria_control_plugin/algorithms/checkseries.py" />
   <location filename="syria_control_plugin/algorithms/controlchanges.py" />
   <location filename="syria_control_plugin/algorithms/frontlines.py" />
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <location filename="syria_control_plugin/algorithms/infercorridors.py" />
   <location filename="syria_control_plugin/algorithms/pockets.py" />
   <location filename="syria_control_plugin/algorithms/retakenground.py" />
   <location filename="syria_control_plugin/algorithms/territoriesfromreports.py" />
   <location filename="syria_control_plugin/algorithms/territoriesondate.py" />
   <source>control</source>
   <translation>سيطرة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/areaovertime.py" />
   <location filename="syria_control_plugin/algorithms/changematrix.py" />
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <location filename="syria_control_plugin/algorithms/territoriesfromreports.py" />
   <source>csv</source>
   <translation>csv</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/areaovertime.py" />
   <source>graph</source>
   <translation>بياني</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/areaovertime.py" />
   <source>plot</source>
   <translation>منحنى</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/areaovertime.py" />
   <source>share</source>
   <translation>حصة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/areaovertime.py" />
   <source>statistics</source>
   <translation>إحصاءات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/areaovertime.py" />
   <location filename="syria_control_plugin/algorithms/changematrix.py" />
   <source>table</source>
   <translation>جدول</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/areaovertime.py" />
   <location filename="syria_control_plugin/algorithms/changematrix.py" />
   <location filename="syria_control_plugin/algorithms/checkseries.py" />
   <location filename="syria_control_plugin/algorithms/controlchanges.py" />
   <location filename="syria_control_plugin/algorithms/detectcorridors.py" />
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <location filename="syria_control_plugin/algorithms/infercorridors.py" />
   <location filename="syria_control_plugin/algorithms/retakenground.py" />
   <location filename="syria_control_plugin/algorithms/territoriesfromreports.py" />
   <location filename="syria_control_plugin/algorithms/territoriesondate.py" />
   <source>territory</source>
   <translation>منطقة سيطرة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/areaovertime.py" />
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <source>time series</source>
   <translation>سلسلة زمنية</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/base.py" />
   <source>Id of a shipped theme, or path of a theme's JSON file. Empty: the case's own, else the default one.</source>
   <translation>معرّف سمة مرفقة، أو مسار ملف JSON لسمة. فارغ: سمة الحالة، وإلا فالافتراضية.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/base.py" />
   <source>Order of day and month in dates such as 5/6/2017</source>
   <translation>ترتيب اليوم والشهر في تواريخ مثل ⁦5/6/2017⁩</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/base.py" />
   <source>REPORT: the folder of {!r} does not exist. Make it or choose another.</source>
   <translation>في REPORT: مجلد {!r} غير موجود. أنشئه أو اختر غيره.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/base.py" />
   <source>REPORT: {!r}: {}</source>
   <translation>في REPORT: {!r}: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/base.py" />
   <location filename="syria_control_plugin/gui/controllers/style_controller.py" />
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <location filename="syria_control_plugin/gui/panel/header.py" />
   <location filename="syria_control_plugin/resources/models/mapstoatlas.model3" />
   <source>Theme</source>
   <translation>السمة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/base.py" />
   <source>auto: as the data itself proves; where it does not, the import stops and asks.</source>
   <translation>الخيار ⁦auto⁩: كما تُثبته البيانات نفسها؛ فإن لم تُثبته توقف الاستيراد وسأل.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/case_base.py" />
   <source>A page with what was found, repaired and left out, row by row.</source>
   <translation>صفحة بما وُجد وأُصلح وتُرك، صفًا صفًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/case_base.py" />
   <source>CRS: {!r} is no coordinate reference system.</source>
   <translation>في CRS: {!r} ليس نظام إحداثيات مرجعيًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/case_base.py" />
   <source>Case (new or existing)</source>
   <translation>الحالة (جديدة أو موجودة)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/case_base.py" />
   <source>INPUT: give layers or files, or PATHS a folder, zip, pattern, group or database.</source>
   <translation>في INPUT: اذكر طبقات أو ملفات، أو اذكر في PATHS مجلدًا أو ملف zip أو نمطًا أو مجموعة أو قاعدة بيانات.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/case_base.py" />
   <location filename="syria_control_plugin/gui/imports/report.py" />
   <source>Import report</source>
   <translation>تقرير الاستيراد</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/case_base.py" />
   <source>Left out, no maps: {}</source>
   <translation>متروك، ليس خرائط: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/case_base.py" />
   <source>Rows rejected</source>
   <translation>الصفوف المرفوضة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/case_base.py" />
   <source>Rows repaired</source>
   <translation>الصفوف المُصلحة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/case_base.py" />
   <source>Territories in the case</source>
   <translation>مناطق السيطرة في الحالة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/case_base.py" />
   <source>The GeoPackage that all is kept in. What an existing case has of other sources stays.</source>
   <translation>ملف GeoPackage الذي يُحفظ فيه كل شيء. ما في حالة موجودة من مصادر أخرى يبقى.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/case_base.py" />
   <location filename="syria_control_plugin/gui/controllers/case_loader.py" />
   <source>The case contains styles that were not made here and are not used: {}.</source>
   <translation>في الحالة أنماط لم تُصنع هنا ولا تُستعمل: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/casecorridors.py" />
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <location filename="syria_control_plugin/resources/models/casetocorridorreport.model3" />
   <source>A page with the settings, a sentence on each corridor, and what was left out.</source>
   <translation>صفحة فيها الإعدادات، وجملة عن كل ممر، وما تُرك.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/casecorridors.py" />
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <location filename="syria_control_plugin/resources/models/casetocorridorreport.model3" />
   <location filename="syria_control_plugin/resources/models/mapstoatlas.model3" />
   <source>Case</source>
   <translation>الحالة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/casecorridors.py" />
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <location filename="syria_control_plugin/gui/controllers/corridor_controller.py" />
   <location filename="syria_control_plugin/gui/corridors/table.py" />
   <location filename="syria_control_plugin/gui/panel/changes.py" />
   <location filename="syria_control_plugin/gui/timeline/view.py" />
   <location filename="syria_control_plugin/mapping/layers/layers.py" />
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <source>Corridors</source>
   <translation>الممرات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/casecorridors.py" />
   <source>Corridors of a case</source>
   <translation>ممرات حالة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/casecorridors.py" />
   <location filename="syria_control_plugin/algorithms/infercorridors.py" />
   <source>Deep attacks</source>
   <translation>هجمات في العمق</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/casecorridors.py" />
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <location filename="syria_control_plugin/resources/models/casetocorridorreport.model3" />
   <source>Report</source>
   <translation>التقرير</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/casecorridors.py" />
   <source>Searches a case for corridors, as its panel does: those of its movements, and those that its maps alone suggest. Each is judged by the case's clash events. They are kept in the case, in place of those it had, where the panel, evidence sheets and films find them; the page has a sentence on each.

Movements and events are brought into a case by Import movements and Import clash events. Without movements there are only the inferred corridors, without events none is covered by event data. How corridors are found and judged is told in Corridors of movements and in Corridors inferred from control changes, which take layers that are in no case.</source>
   <translation>يبحث في حالة عن الممرات، كما تفعل لوحتها: ممرات تحركاتها، والممرات التي توحي بها خرائطها وحدها. ويُحكم على كل منها بأحداث الاشتباك في الحالة. وتُحفظ في الحالة مكان ما كان فيها، فتجدها اللوحة وأوراق الأدلة والأفلام؛ وفي الصفحة جملة عن كل ممر.

تدخل التحركات والأحداث إلى الحالة بأداتي «استيراد التحركات» و«استيراد أحداث الاشتباك». من دون تحركات لا تكون إلا الممرات المستنتجة، ومن دون أحداث لا تغطي بيانات الأحداث أي ممر. أما كيف يُعثر على الممرات ويُحكم عليها فمذكور في «ممرات التحركات» و«ممرات مستنتجة من تغيّرات السيطرة»، وهما تأخذان طبقات ليست في حالة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/casecorridors.py" />
   <location filename="syria_control_plugin/resources/models/casetocorridorreport.model3" />
   <source>The case that is searched, and that keeps the corridors.</source>
   <translation>الحالة التي يُبحث فيها، وتُحفظ فيها الممرات.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/casecorridors.py" />
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <source>Transits</source>
   <translation>ممرات العبور</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/casecorridors.py" />
   <location filename="syria_control_plugin/algorithms/detectcorridors.py" />
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>acled</source>
   <translation>acled</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/casecorridors.py" />
   <source>case</source>
   <translation>حالة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/casecorridors.py" />
   <location filename="syria_control_plugin/algorithms/detectcorridors.py" />
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>clash</source>
   <translation>اشتباك</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/casecorridors.py" />
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <location filename="syria_control_plugin/algorithms/detectcorridors.py" />
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <location filename="syria_control_plugin/algorithms/infercorridors.py" />
   <source>corridor</source>
   <translation>ممر</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/casecorridors.py" />
   <location filename="syria_control_plugin/algorithms/detectcorridors.py" />
   <location filename="syria_control_plugin/algorithms/infercorridors.py" />
   <source>crossing</source>
   <translation>عبور</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/casecorridors.py" />
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <location filename="syria_control_plugin/algorithms/detectcorridors.py" />
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>evidence</source>
   <translation>أدلة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/casecorridors.py" />
   <location filename="syria_control_plugin/algorithms/infercorridors.py" />
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>inferred</source>
   <translation>مستنتج</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/casecorridors.py" />
   <location filename="syria_control_plugin/algorithms/detectcorridors.py" />
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>movement</source>
   <translation>تحرّك</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/casecorridors.py" />
   <location filename="syria_control_plugin/algorithms/detectcorridors.py" />
   <source>passage</source>
   <translation>مرور</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/casecorridors.py" />
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>report</source>
   <translation>تقرير</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/casecorridors.py" />
   <location filename="syria_control_plugin/algorithms/detectcorridors.py" />
   <source>transit</source>
   <translation>عبور</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/casecorridors.py" />
   <location filename="syria_control_plugin/algorithms/detectcorridors.py" />
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>ucdp</source>
   <translation>ucdp</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/changematrix.py" />
   <source>A line for each holder that lost ground, a column for each that gained it, per date.</source>
   <translation>سطر لكل مسيطر خسر أرضًا، وعمود لكل من كسبها، لكل تاريخ.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/changematrix.py" />
   <source>A row for each date and pair of holders between which ground passed.</source>
   <translation>صف لكل تاريخ ولكل زوج من المسيطرين انتقلت بينهما أرض.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/changematrix.py" />
   <location filename="syria_control_plugin/algorithms/controlchanges.py" />
   <source>Area that changed hands in km²</source>
   <translation>المساحة التي انتقلت السيطرة عليها بالكيلومتر المربع</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/changematrix.py" />
   <source>Change matrix</source>
   <translation>مصفوفة التغيّرات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/changematrix.py" />
   <source>How many km² passed from whom to whom: a table with a row for each date and pair of holders between which ground passed, each map compared with the next of its source (or one date with another). An empty holder is nobody; contested ground has all who hold it as its holder, as in "GOV; OPP".

The CSV file has the same as matrices: for each date, and at its end in total, a line for each holder that lost ground and a column for each that gained it. Ground that goes to and fro counts each time.

Two sources are never compared. What counts as a change is as in Control changes.</source>
   <translation>كم كيلومترًا مربعًا انتقل ممّن إلى من: جدول فيه صف لكل تاريخ ولكل زوج من المسيطرين انتقلت بينهما أرض، بمقارنة كل خريطة بالتي تليها من مصدرها (أو تاريخ بآخر). المسيطر الفارغ يعني لا أحد؛ والأرض المتنازع عليها مسيطرها كل من يسيطر عليها، كما في "⁦GOV; OPP⁩".

وفي ملف CSV الشيء نفسه على شكل مصفوفات: لكل تاريخ، وفي النهاية للمجموع، سطر لكل مسيطر خسر أرضًا وعمود لكل من كسبها. والأرض التي تتبادل ذهابًا وإيابًا تُحسب كل مرة.

لا يُقارن مصدران أبدًا. وما يُعدّ تغيّرًا هو كما في «تغيّرات السيطرة».</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/changematrix.py" />
   <source>Matrices as CSV</source>
   <translation>المصفوفات بصيغة CSV</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/changematrix.py" />
   <location filename="syria_control_plugin/algorithms/checkseries.py" />
   <source>Summary</source>
   <translation>الخلاصة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/changematrix.py" />
   <source>account</source>
   <translation>حساب</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/changematrix.py" />
   <location filename="syria_control_plugin/algorithms/controlchanges.py" />
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>before after</source>
   <translation>قبل وبعد</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/changematrix.py" />
   <location filename="syria_control_plugin/algorithms/controlchanges.py" />
   <location filename="syria_control_plugin/algorithms/frontlines.py" />
   <location filename="syria_control_plugin/algorithms/infercorridors.py" />
   <location filename="syria_control_plugin/algorithms/retakenground.py" />
   <source>change</source>
   <translation>تغيّر</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/changematrix.py" />
   <location filename="syria_control_plugin/algorithms/controlchanges.py" />
   <source>compare</source>
   <translation>مقارنة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/changematrix.py" />
   <location filename="syria_control_plugin/algorithms/controlchanges.py" />
   <location filename="syria_control_plugin/algorithms/infercorridors.py" />
   <source>gain</source>
   <translation>مكسب</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/changematrix.py" />
   <location filename="syria_control_plugin/algorithms/controlchanges.py" />
   <source>loss</source>
   <translation>خسارة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/changematrix.py" />
   <source>matrix</source>
   <translation>مصفوفة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/changematrix.py" />
   <location filename="syria_control_plugin/algorithms/pockets.py" />
   <location filename="syria_control_plugin/gui/controllers/case_presenter.py" />
   <location filename="syria_control_plugin/mapping/layers/change_styles.py" />
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>nobody</source>
   <translation>لا أحد</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/changematrix.py" />
   <location filename="syria_control_plugin/algorithms/controlchanges.py" />
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <location filename="syria_control_plugin/algorithms/frontlines.py" />
   <location filename="syria_control_plugin/algorithms/retakenground.py" />
   <location filename="syria_control_plugin/algorithms/territoriesondate.py" />
   <source>time</source>
   <translation>زمن</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/changematrix.py" />
   <source>total</source>
   <translation>المجموع</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/changematrix.py" />
   <source>{} can't be written: {}</source>
   <translation>تعذّرت كتابة {}: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/changematrix.py" />
   <source>{} → {}: {:.3f} km² (dates: {})</source>
   <translation>{} ← {}: {:.3f} كم² (التواريخ: {})</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/checkseries.py" />
   <source>A row for each finding, with its period; a date hole has no geometry.</source>
   <translation>صف لكل نتيجة ومدتها؛ وليس لثغرة التواريخ شكل هندسي.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/checkseries.py" />
   <source>Check a control series</source>
   <translation>فحص سلسلة سيطرة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/checkseries.py" />
   <source>Date holes</source>
   <translation>ثغرات التواريخ</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/checkseries.py" />
   <source>Date holes: longer than this many days</source>
   <translation>ثغرات التواريخ: ما زاد على هذا العدد من الأيام</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/checkseries.py" />
   <source>Empty: three times the usual step between two maps (the median).</source>
   <translation>فارغ: ثلاثة أمثال الخطوة المعتادة بين خريطتين (الوسيط).</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/checkseries.py" />
   <source>Findings</source>
   <translation>النتائج</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/checkseries.py" />
   <source>Finds, for each source, what an analyst should look at: overlaps (ground in two territories at once), gaps (ground that nobody holds, enclosed by territories), slivers (both, when smaller than the tolerance) and date holes (a time without a change much longer than usual). Each finding is a row with its period; a date hole has no geometry.</source>
   <translation>يجد، لكل مصدر، ما ينبغي للمحلل أن ينظر فيه: التراكبات (أرض في منطقتي سيطرة معًا)، والفجوات (أرض لا يسيطر عليها أحد وتحيط بها مناطق سيطرة)، والشظايا (من هذه وتلك ما كان أصغر من السماحية)، وثغرات التواريخ (مدة بلا تغيّر أطول كثيرًا من المعتاد). كل نتيجة صف له مدته؛ وليس لثغرة التواريخ شكل هندسي.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/checkseries.py" />
   <source>Gaps</source>
   <translation>الفجوات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/checkseries.py" />
   <source>Overlaps</source>
   <translation>التراكبات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/checkseries.py" />
   <source>Overlaps and gaps smaller than this are called slivers.</source>
   <translation>التراكبات والفجوات الأصغر من ذلك تُسمى شظايا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/checkseries.py" />
   <location filename="syria_control_plugin/algorithms/controlchanges.py" />
   <source>Sliver tolerance in km²</source>
   <translation>سماحية الشظايا بالكيلومتر المربع</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/checkseries.py" />
   <source>Slivers</source>
   <translation>الشظايا</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/checkseries.py" />
   <source>error</source>
   <translation>خطأ</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/checkseries.py" />
   <source>gap</source>
   <translation>فجوة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/checkseries.py" />
   <source>hole</source>
   <translation>ثغرة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/checkseries.py" />
   <source>overlap</source>
   <translation>تراكب</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/checkseries.py" />
   <source>quality</source>
   <translation>جودة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/checkseries.py" />
   <source>sliver</source>
   <translation>شظية</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/checkseries.py" />
   <source>topology</source>
   <translation>طوبولوجيا</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/checkseries.py" />
   <source>validate</source>
   <translation>تحقق</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controlchanges.py" />
   <source>A polygon for each pair of holders and date.</source>
   <translation>مضلع لكل زوج من المسيطرين وتاريخ.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controlchanges.py" />
   <source>Area of these pieces in km²</source>
   <translation>مساحة هذه القطع بالكيلومتر المربع</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controlchanges.py" />
   <source>Changes</source>
   <translation>التغيّرات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controlchanges.py" />
   <source>Control changes</source>
   <translation>تغيّرات السيطرة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controlchanges.py" />
   <source>Ground that passed from one holder to another, each map compared with the next of its source (or one date with another): a polygon for each pair of holders and date, with its ellipsoidal area. The result equals a plain overlay of the two maps.

An empty holder is nobody. Ground that several hold (contested) has them all as its holder, as in "GOV; OPP". date is the first date on which the change is seen, previous_date the last one before at which anything changed. A row is shown from date until the next one (valid_from, valid_to).

Two sources are never compared. Where a source has no territory at all for a time, nothing is known: the last map before is compared with the first one after, and unknown_since tells from when on the change may date.

Borders that are digitised anew change hands by slivers: they are among the rows, and the pieces smaller than the tolerance are counted. For each faction gains less losses is the change of its area; IMBALANCE is the largest deviation from that as a share of the faction's area. It is rounding (below 1e-6), or, on maps with edges of kilometres that other borders cut, the difference between one geodesic and two.</source>
   <translation>الأرض التي انتقلت من مسيطر إلى آخر، بمقارنة كل خريطة بالتي تليها من مصدرها (أو تاريخ بآخر): مضلع لكل زوج من المسيطرين وتاريخ، مع مساحته على الإهليلج. والنتيجة مساوية لتراكب بسيط بين الخريطتين.

المسيطر الفارغ يعني لا أحد. والأرض التي يسيطر عليها عدة أطراف (متنازع عليها) مسيطرها كلهم، كما في "⁦GOV; OPP⁩". الحقل date هو أول تاريخ يظهر فيه التغيّر، وprevious_date آخر تاريخ قبله تغيّر فيه شيء. ويُعرض الصف من date حتى التالي (valid_from وvalid_to).

لا يُقارن مصدران أبدًا. وحيث لا منطقة سيطرة في مصدر مدةً من الزمن فلا يُعرف شيء: تُقارن آخر خريطة قبلها بأول خريطة بعدها، ويذكر unknown_since منذ متى قد يكون التغيّر.

الحدود التي رُسمت من جديد تنتقل بشظايا: هي من الصفوف، وتُعدّ القطع الأصغر من السماحية. ولكل فصيل تساوي المكاسب ناقص الخسائر تغيّر مساحته؛ وIMBALANCE هو أكبر انحراف عن ذلك كحصة من مساحة الفصيل. وهو تقريب حسابي (دون 1e-6)، أو، في خرائط أضلاعها بالكيلومترات تقطعها حدود أخرى، الفرق بين خط جيوديسي واحد واثنين.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controlchanges.py" />
   <source>Largest share of a faction's area that gains and losses leave unexplained</source>
   <translation>أكبر حصة من مساحة فصيل لا تفسّرها المكاسب والخسائر</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controlchanges.py" />
   <source>Pieces smaller than the sliver tolerance</source>
   <translation>القطع الأصغر من سماحية الشظايا</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controlchanges.py" />
   <source>Pieces smaller than this are counted; they stay among the rows.</source>
   <translation>القطع الأصغر من ذلك تُعدّ؛ وتبقى بين الصفوف.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controlchanges.py" />
   <source>advance</source>
   <translation>تقدّم</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controlchanges.py" />
   <source>captured</source>
   <translation>استيلاء</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controlchanges.py" />
   <source>difference</source>
   <translation>فرق</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controlchanges.py" />
   <location filename="syria_control_plugin/algorithms/frontlines.py" />
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <source>frontline</source>
   <translation>خط الجبهة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controlchanges.py" />
   <source>overlay</source>
   <translation>تراكب الطبقات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controlchanges.py" />
   <source>{} maps compared: {} changes of {:.3f} km²; {} slivers of {:.4f} km²; largest imbalance {:.1e}.</source>
   <translation>الخرائط المقارنة: {}؛ التغيّرات: {}، ومساحتها {:.3f} كم²؛ الشظايا: {}، ومساحتها {:.4f} كم²؛ أكبر اختلال: {:.1e}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>A case made by the imports. Empty: the layer below is printed.</source>
   <translation>حالة صنعتها عمليات الاستيراد. فارغ: تُطبع الطبقة المذكورة أدناه.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>A layout of QGIS (.qpt) whose items have the ids that are listed in the help.</source>
   <translation>تخطيط QGIS (⁦.qpt⁩) لعناصره المعرّفات المذكورة في المساعدة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>AUTHOR: no author is set. Enter one in the project's properties, Metadata.</source>
   <translation>في AUTHOR: لم يُضبط مؤلف. أدخله في خصائص المشروع، «البيانات الوصفية».</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>Add the layout to the project that shows the case</source>
   <translation>إضافة التخطيط إلى المشروع الذي يعرض الحالة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>As in 1, 4, 7: numbers of the case's corridors.</source>
   <translation>كما في ⁦1, 4, 7⁩: أرقام ممرات الحالة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>As in 2017-10-08, 2017-10-24. Empty: the last map, the first and the last, or all.</source>
   <translation>كما في ⁦2017-10-08, 2017-10-24⁩. فارغ: آخر خريطة، أو الأولى والأخيرة، أو كلها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>Author from the project's metadata</source>
   <translation>المؤلف من البيانات الوصفية للمشروع</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>CORRIDORS: {!r} is no number of a corridor.</source>
   <translation>في CORRIDORS: {!r} ليس رقم ممر.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>DATES: {}</source>
   <translation>DATES: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>Dates, separated by commas (empty: what suits the kind)</source>
   <translation>التواريخ، تفصل بينها فواصل (فارغ: ما يناسب النوع)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>Dots per inch</source>
   <translation>نقطة في البوصة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Extent (empty: all)</source>
   <translation>النطاق (فارغ: الكل)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>Files</source>
   <translation>الملفات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>If checked, the files name the author of the open project. QGIS sets it to your full name.</source>
   <translation>عند تفعيله تذكر الملفات مؤلف المشروع المفتوح. يضبطه QGIS على اسمك الكامل.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>KIND: evidence sheets need a case, with corridors. Give CASE.</source>
   <translation>في KIND: تحتاج أوراق الأدلة إلى حالة فيها ممرات. اذكر CASE.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>Layout</source>
   <translation>التخطيط</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>Layout in the project: {}</source>
   <translation>التخطيط في المشروع: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>Numbers of the corridors on evidence sheets (empty: all)</source>
   <translation>أرقام الممرات في أوراق الأدلة (فارغ: كلها)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>One date, two dates side by side, small maps of many, a page a date, a sheet a corridor.</source>
   <translation>تاريخ واحد، أو تاريخان جنبًا إلى جنب، أو خرائط صغيرة لكثير منها، أو صفحة لكل تاريخ، أو ورقة لكل ممر.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>Orientation</source>
   <translation>الاتجاه</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Output</source>
   <translation>المخرجات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>Page</source>
   <translation>الصفحة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>Print layout of a control map</source>
   <translation>تخطيط طباعة لخريطة سيطرة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>Prints a case, or any polygon layer with factions and dates: a map of one date, two dates side by side with their areas and the change, small maps of many dates, an atlas with a page a date, or an evidence sheet for each corridor of a case (map, facts, verdict, matched events, sources, what is uncertain).

The legend has the theme's words, and only classes that are there on the date. Areas are ellipsoidal. What does not fit is made smaller, then goes on on a further page.

The file's name decides on the format: a PDF has all pages, SVG and PNG are a file a page. Dates are separated by commas, as in 2017-10-08, 2017-10-24; where none are given, the last map is printed, the first and the last, or all.

A template is a layout of QGIS (.qpt) of your own: items with the ids map (or map 1, map 2, …), title, date, legend, areas, overview, scale bar, north arrow, note, sources are filled, on evidence sheets also verdict, facts, text, events, uncertain. Copy and change one of those in the plugin's folder resources/layouts. Where the project shows the case, the layout is added to it too, to be edited there.</source>
   <translation>يطبع حالة، أو أي طبقة مضلعات فيها فصائل وتواريخ: خريطة لتاريخ واحد، أو تاريخين جنبًا إلى جنب مع مساحاتهما والتغيّر، أو خرائط صغيرة لتواريخ كثيرة، أو أطلسًا فيه صفحة لكل تاريخ، أو ورقة أدلة لكل ممر في الحالة (خريطة ووقائع وحكم وأحداث مطابقة ومصادر وما هو غير مؤكد).

في مفتاح الخريطة كلمات السمة، ولا تظهر فيه إلا الفئات الموجودة في ذلك التاريخ. والمساحات على الإهليلج. وما لا يتسع له المكان يُصغَّر، ثم يُتابَع في صفحة أخرى.

اسم الملف يحدد الصيغة: ملف PDF فيه كل الصفحات، وSVG وPNG ملف لكل صفحة. تفصل بين التواريخ فواصل، كما في ⁦2017-10-08, 2017-10-24⁩؛ فإن لم تُذكر طُبعت آخر خريطة، أو الأولى والأخيرة، أو كلها.

القالب تخطيط QGIS خاص بك (⁦.qpt⁩): تُملأ العناصر التي معرّفاتها ⁦map⁩ (أو ⁦map 1, map 2, …⁩) و⁦title⁩ و⁦date⁩ و⁦legend⁩ و⁦areas⁩ و⁦overview⁩ و⁦scale bar⁩ و⁦north arrow⁩ و⁦note⁩ و⁦sources⁩، وفي أوراق الأدلة أيضًا ⁦verdict⁩ و⁦facts⁩ و⁦text⁩ و⁦events⁩ و⁦uncertain⁩. انسخ أحد القوالب من مجلد الإضافة ⁦resources/layouts⁩ وغيّره. وحيث يعرض المشروع الحالة يُضاف التخطيط إليه أيضًا ليُعدَّل هناك.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>Resolution of pictures, and of what a PDF can't hold as lines.</source>
   <translation>دقة الصور، ودقة ما لا يستطيع ملف PDF حمله خطوطًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>Size of the paper.</source>
   <translation>حجم الورق.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>Stands above the map.</source>
   <translation>يُكتب فوق الخريطة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>Template of your own</source>
   <translation>قالب خاص بك</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>The ending decides: .pdf has all pages, .svg and .png are a file a page.</source>
   <translation>نهاية الاسم هي التي تحدد: ⁦.pdf⁩ فيه كل الصفحات، و⁦.svg⁩ و⁦.png⁩ ملف لكل صفحة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>There is nothing to print: give a CASE, or a layer with territories.</source>
   <translation>لا شيء للطباعة: اذكر CASE، أو طبقة فيها مناطق سيطرة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>Title (empty: that of the case)</source>
   <translation>العنوان (فارغ: عنوان الحالة)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>What suits is what the kind of print and the shape of the ground ask for.</source>
   <translation>المناسب هو ما يقتضيه نوع المطبوع وشكل الأرض.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>What the maps show.</source>
   <translation>ما تعرضه الخرائط.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>Where a project shows the case, the print can be edited there.</source>
   <translation>حيث يعرض مشروع الحالة يمكن تعديل المطبوع هناك.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>Written: {}</source>
   <translation>كُتب: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>atlas</source>
   <translation>أطلس</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>dates</source>
   <translation>تواريخ</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <location filename="syria_control_plugin/mapping/layouts/foreign_templates.py" />
   <source>layout</source>
   <translation>تخطيط</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>legend</source>
   <translation>مفتاح الخريطة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <source>map</source>
   <translation>خريطة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>pdf</source>
   <translation>pdf</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>png</source>
   <translation>png</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>print</source>
   <translation>طباعة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>series</source>
   <translation>سلسلة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>side by side</source>
   <translation>جنبًا إلى جنب</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>small multiples</source>
   <translation>خرائط صغيرة متعددة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>svg</source>
   <translation>svg</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <source>A line for each corridor, with its verdict and a sentence.</source>
   <translation>خط لكل ممر، مع الحكم عليه وجملة عنه.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <source>A row for each event that bears on a corridor.</source>
   <translation>صف لكل حدث له صلة بممر.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <source>After the passage: taken_share tells an advance from a passage.</source>
   <translation>بعد المرور: taken_share يميّز التقدّم من المرور.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <source>An event of the source must lie that near in time as well.</source>
   <translation>ويجب أن يكون للمصدر حدث بهذا القرب في الزمن أيضًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <source>Before or after the passage; 0 is the days of the passage alone.</source>
   <translation>قبل المرور أو بعده؛ 0 هو أيام المرور وحدها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <location filename="syria_control_plugin/mapping/layers/layers.py" />
   <source>Clash events</source>
   <translation>أحداث الاشتباك</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <location filename="syria_control_plugin/mapping/layers/layers.py" />
   <source>Corridor areas</source>
   <translation>مناطق الممرات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <source>Days in which the mover may have taken the ground</source>
   <translation>الأيام التي قد يكون الطرف المتحرّك أخذ الأرض خلالها</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <source>Else strikes from afar are listed apart and decide nothing.</source>
   <translation>وإلا فالضربات عن بُعد تُذكر على حدة ولا تحسم شيئًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <source>Event data cover a passage: an event within km</source>
   <translation>تغطي بيانات الأحداث مرورًا: حدث ضمن كم</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <location filename="syria_control_plugin/resources/models/casetocorridorreport.model3" />
   <source>Events between the two sides that are further away do not count.</source>
   <translation>الأحداث بين الطرفين التي هي أبعد من ذلك لا تُحسب.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <location filename="syria_control_plugin/gui/controllers/corridor_controller.py" />
   <location filename="syria_control_plugin/gui/corridors/evidence.py" />
   <location filename="syria_control_plugin/gui/corridors/page.py" />
   <location filename="syria_control_plugin/gui/corridors/table.py" />
   <source>Evidence</source>
   <translation>الأدلة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <source>Explosions and remote violence count as clashes</source>
   <translation>التفجيرات والعنف عن بُعد تُعدّ اشتباكات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <location filename="syria_control_plugin/resources/models/casetocorridorreport.model3" />
   <source>Greatest distance of a clash from the path in km</source>
   <translation>أبعد مسافة للاشتباك عن المسار بالكيلومترات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <location filename="syria_control_plugin/resources/models/casetocorridorreport.model3" />
   <source>Greatest distance of a clash in days</source>
   <translation>أبعد مدة للاشتباك بالأيام</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <source>How far borders may be off in km</source>
   <translation>كم قد تبعد الحدود عن الواقع بالكيلومترات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>Import clash events</source>
   <translation>استيراد أحداث الاشتباك</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <source>No clash events are given: every corridor is not covered by event data.</source>
   <translation>لم تُذكر أحداث اشتباك: لا تغطي بيانات الأحداث أي ممر.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <source>Of whatever parties. Where a source has no event that near, it says nothing on the passage.</source>
   <translation>أيًا كان أطرافها. والمصدر الذي ليس له حدث بهذا القرب لا يقول شيئًا عن المرور.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <source>The host's ground along each corridor.</source>
   <translation>أرض الطرف المضيف على طول كل ممر.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <source>The host's ground along the path, half of it to each side.</source>
   <translation>أرض الطرف المضيف على طول المسار، نصفها في كل جانب.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <source>The layer events of a case, an export of ACLED, a table of UCDP GED, or any table with a date and two sides. Without any, every corridor is not covered by event data.</source>
   <translation>طبقة ⁦events⁩ من حالة، أو تصدير من ACLED، أو جدول من UCDP GED، أو أي جدول فيه تاريخ وطرفان. ومن دونها لا تغطي بيانات الأحداث أي ممر.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <source>Width of the corridor's area in km</source>
   <translation>عرض منطقة الممر بالكيلومترات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <source>surviving_km is what is left of a corridor when the host's ground is shrunk by so much.</source>
   <translation>الحقل surviving_km هو ما يبقى من ممر إذا قُلّصت أرض الطرف المضيف بهذا القدر.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <source>{}: {} Such settings are in {!r}: import it there, and take the layer from the case.</source>
   <translation>{}: {} إعدادات كهذه موجودة في {!r}: استورده هناك، ثم خذ الطبقة من الحالة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <source>… and within days</source>
   <translation>… وخلال أيام</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <source>… and {} more, all of them in the layer.</source>
   <translation>… و{} غيرها، وكلها في الطبقة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/detectcorridors.py" />
   <source>Corridors of movements</source>
   <translation>ممرات التحركات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/detectcorridors.py" />
   <source>Faction of all movements, where no field names it</source>
   <translation>فصيل كل التحركات، حيث لا يذكره حقل</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/detectcorridors.py" />
   <location filename="syria_control_plugin/algorithms/retakenground.py" />
   <source>Id, name, or any spelling that data sets use.</source>
   <translation>معرّف، أو اسم، أو أي تهجئة تستعملها مجموعات البيانات.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/detectcorridors.py" />
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Import movements</source>
   <translation>استيراد التحركات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/detectcorridors.py" />
   <location filename="syria_control_plugin/mapping/layers/layers.py" />
   <source>Movements</source>
   <translation>التحركات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/detectcorridors.py" />
   <source>Shorter ones are left out; the log counts them.</source>
   <translation>الأقصر تُترك؛ والسجل يعدّها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/detectcorridors.py" />
   <source>Shortest corridor that is kept, in km</source>
   <translation>أقصر ممر يُحتفظ به، بالكيلومترات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/detectcorridors.py" />
   <source>Such a speed is an error of a fix, or two tracks in one. Movements of a case were cut before.</source>
   <translation>سرعة كهذه خطأ في نقطة رصد، أو مساران في واحد. وتحركات الحالة قُطعت من قبل.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/detectcorridors.py" />
   <source>The layer movements of a case, lines with dates or times, or points with times and a track.</source>
   <translation>طبقة ⁦movements⁩ من حالة، أو خطوط لها تواريخ أو أوقات، أو نقاط لها أوقات ومسار.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/detectcorridors.py" />
   <source>Timed tracks are cut at gaps longer than so many hours (0: no limit)</source>
   <translation>تُقطع المسارات المؤقتة عند انقطاع أطول من هذا العدد من الساعات (0: بلا حد)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/detectcorridors.py" />
   <source>Timed tracks are cut where they are faster, in km/h (0: no limit)</source>
   <translation>تُقطع المسارات المؤقتة حيث تتجاوز هذه السرعة بالكم/س (0: بلا حد)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/detectcorridors.py" />
   <source>Where a movement that somebody reported led through ground that another side held at that moment: each stretch inside one host's ground is a corridor. A host is a faction outside the mover's bloc; ground of the mover, of its allies and of nobody is no host's, and touching a border is not crossing it. A transit came in and went out; an entry ends inside, an exit begins inside. A timed track is cut at the moment at which it crosses a border or the ground changes hands; a line dated a day is tested against the map of that day.

Each corridor is judged against the clash events between the two sides: clash reported (an event known to the place and day lies within the distances), clash possible (only events too imprecise to tell), no clash reported (the event data cover the place and time, and have none), not covered (no event data there and then: nothing can be said). That no clash was reported does not say that there was none. Strikes from afar and transfers of ground without a fight are listed apart.

surviving_km is what is left of a corridor when the host's ground is shrunk by the uncertainty of borders. taken_share says how much of the host's ground along the path the mover's side held in the days after: an advance rather than a passage. depth_km is how far from the border the path gets, neck_km how narrow the host's ground is across it.

Movements: lines with dates, lines whose M values are seconds since 1970, or points with times and a track; the field sentence says of each corridor what is known, for a report to quote.</source>
   <translation>أين مرّ تحرّك أبلغ عنه أحد عبر أرض كان طرف آخر يسيطر عليها في تلك اللحظة: كل امتداد داخل أرض مضيف واحد ممر. المضيف فصيل من خارج كتلة الطرف المتحرّك؛ وأرض الطرف المتحرّك وأرض حلفائه والأرض التي لا يسيطر عليها أحد ليست أرض مضيف، وملامسة الحدود ليست عبورًا. العبور دخول ثم خروج؛ والدخول ينتهي في الداخل، والخروج يبدأ في الداخل. المسار المؤقت يُقطع في لحظة عبوره الحدود أو لحظة انتقال السيطرة على الأرض؛ والخط المؤرخ بيوم يُختبر على خريطة ذلك اليوم.

يُحكم على كل ممر بأحداث الاشتباك بين الطرفين: أُبلغ عن اشتباك (حدث معروف المكان واليوم يقع ضمن المسافتين)، أو اشتباك محتمل (لا توجد إلا أحداث أقل دقة من أن تدل)، أو لم يُبلَّغ عن اشتباك (بيانات الأحداث تغطي المكان والزمان وليس فيها شيء)، أو لا تغطيه البيانات (لا بيانات أحداث هناك وحينئذ: لا يمكن قول شيء). وعدم الإبلاغ عن اشتباك لا يعني أنه لم يقع. أما الضربات عن بُعد وانتقال الأراضي بلا قتال فتُذكر على حدة.

الحقل surviving_km هو ما يبقى من ممر إذا قُلّصت أرض الطرف المضيف بقدر عدم دقة الحدود. والحقل taken_share يقول كم من أرض الطرف المضيف على طول المسار سيطر عليه جانب الطرف المتحرّك في الأيام التالية: تقدّم لا مجرد مرور. والحقل depth_km كم يبعد المسار عن الحدود، وneck_km كم تضيق أرض الطرف المضيف حوله.

التحركات: خطوط لها تواريخ، أو خطوط قيم M فيها ثوانٍ منذ 1970، أو نقاط لها أوقات ومسار؛ والحقل sentence يقول عن كل ممر ما هو معروف، ليقتبسه تقرير.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/detectcorridors.py" />
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Where it was in a long gap is not known.</source>
   <translation>أين كان في انقطاع طويل غير معروف.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/detectcorridors.py" />
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>convoy</source>
   <translation>رتل</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/detectcorridors.py" />
   <source>crossed</source>
   <translation>معبور</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/detectcorridors.py" />
   <location filename="syria_control_plugin/algorithms/infercorridors.py" />
   <source>host</source>
   <translation>مضيف</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/detectcorridors.py" />
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>track</source>
   <translation>مسار</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>A case made by the imports: its layers are filmed as it styles them.</source>
   <translation>حالة صنعتها عمليات الاستيراد: تُصوَّر طبقاتها كما هو نمطها فيها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>A frame for each date on which something changes, or one every so often.</source>
   <translation>إطار لكل تاريخ يتغيّر فيه شيء، أو إطار كل مدة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>A hatch on ground that changed hands since the step before; it fades. Of cases only.</source>
   <translation>تظليل على الأرض التي انتقلت السيطرة عليها منذ الخطوة السابقة؛ وهو يتلاشى. للحالات فقط.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>A print layout of the project; with it no layers are given.</source>
   <translation>تخطيط طباعة من المشروع؛ ومعه لا تُذكر طبقات.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>As in 2 weeks. It does not count where the steps are the dates of the data.</source>
   <translation>كما في 2 مع الأسابيع. لا يُحسب حيث تكون الخطوات تواريخ البيانات.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Background</source>
   <translation>الخلفية</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Behind the ground.</source>
   <translation>خلف الأرض.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>CRS of the map (empty: one that suits the place)</source>
   <translation>نظام إحداثيات الخريطة (فارغ: نظام يناسب المكان)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>CRS: {!r} is no CRS.</source>
   <translation>في CRS: {!r} ليس نظام إحداثيات.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <location filename="syria_control_plugin/core/feedback.py" />
   <location filename="syria_control_plugin/sources/files/csv_records.py" />
   <source>Cancelled: nothing was changed.</source>
   <translation>أُلغي العمل: لم يتغيّر شيء.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Corner of the text</source>
   <translation>زاوية النص</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Empty: the first of the data.</source>
   <translation>فارغ: الأول من البيانات.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Empty: the last of the data.</source>
   <translation>فارغ: الأخير من البيانات.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Every so many of them</source>
   <translation>كل كم منها</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Film</source>
   <translation>الفيلم</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Film of a control map</source>
   <translation>فيلم خريطة سيطرة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Films a case, layers that follow time, or a print layout, and writes MP4 or WebM (by the program ffmpeg), GIF, animated WebP, or PNG frames in a folder; the ending of the file's name decides.

A frame shows the ground as it was at the moment whose date is written on it. Points and lines - clash events, movements, corridors - are shown in the step in which they happen; lines grow along their path. Ground that changed hands since the step before gets a hatch that fades. A legend names the classes that the layers hold; where EXTENT is empty, the ground lies beside it. Steps are the dates of the data (maps, changes of ground, movements, corridors), or every so many hours, days or weeks.

Give a case, or layers of the project, or a layout. A layout is filmed with its legend and texts: an atlas by date page by page; in any other, all maps with a time get that of the step, and the label with the id 'date' its date. Layouts are drawn in QGIS's main thread, without hatch and without growing lines.

In the text, {date} stands for the date. A GIF has 255 colours: those of the symbols are kept as they are. A film that is cut off or cancelled is not left behind.</source>
   <translation>يصوّر حالة، أو طبقات تتبع الزمن، أو تخطيط طباعة، ويكتب MP4 أو WebM (ببرنامج ffmpeg)، أو GIF، أو WebP متحركًا، أو إطارات PNG في مجلد؛ ونهاية اسم الملف هي التي تحدد.

يعرض الإطار الأرض كما كانت في اللحظة المكتوب تاريخها عليه. والنقاط والخطوط - أحداث الاشتباك والتحركات والممرات - تظهر في الخطوة التي تقع فيها؛ والخطوط تُرسم على مسارها شيئًا فشيئًا. والأرض التي انتقلت السيطرة عليها منذ الخطوة السابقة يعلوها تظليل يتلاشى. ومفتاح الخريطة يسمي الفئات التي في الطبقات؛ وحيث EXTENT فارغ تقع الأرض إلى جانبه. والخطوات هي تواريخ البيانات (الخرائط وتغيّرات الأرض والتحركات والممرات)، أو كل عدد من الساعات أو الأيام أو الأسابيع.

اذكر حالة، أو طبقات من المشروع، أو تخطيطًا. يُصوَّر التخطيط بمفتاح خريطته ونصوصه: أطلس بحسب التاريخ صفحة صفحة؛ وفي غيره تأخذ كل خريطة لها زمن زمنَ الخطوة، ويأخذ النص ذو المعرّف '⁦date⁩' تاريخها. وتُرسم التخطيطات في الخيط الرئيس لـ QGIS، بلا تظليل وبلا خطوط تُرسم شيئًا فشيئًا.

في النص يحل التاريخ محل ⁦{date}⁩. وفي ملف GIF 255 لونًا: وألوان الرموز تبقى كما هي. والفيلم المقطوع أو الملغى لا يبقى منه شيء.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>First moment (UTC)</source>
   <translation>أول لحظة (UTC)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Frames</source>
   <translation>الإطارات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Frames per second</source>
   <translation>إطار في الثانية</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Frames: {}, different pictures: {}, length: {:.1f} s; {} pixels.</source>
   <translation>الإطارات: {}، الصور المختلفة: {}، الطول: {:.1f} ث؛ {} بكسل.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Give LAYERS or LAYOUT, not both.</source>
   <translation>اذكر LAYERS أو LAYOUT، لا كليهما.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Height in pixels</source>
   <translation>الارتفاع بالبكسل</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>How long a date stays: the speed of the film.</source>
   <translation>كم يبقى التاريخ: سرعة الفيلم.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>How smoothly lines grow and the hatch fades.</source>
   <translation>مدى السلاسة في رسم الخطوط وتلاشي التظليل.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>In which the map is drawn.</source>
   <translation>الذي تُرسم به الخريطة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>LAYOUT: the project has no print layout {!r}.</source>
   <translation>في LAYOUT: ليس في المشروع تخطيط الطباعة {!r}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Last moment (UTC)</source>
   <translation>آخر لحظة (UTC)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Layers that follow time, as they are drawn in the project.</source>
   <translation>طبقات تتبع الزمن، كما تُرسم في المشروع.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Layers, the top one first</source>
   <translation>الطبقات، العليا أولًا</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <location filename="syria_control_plugin/mapping/layouts/legends.py" />
   <source>Legend</source>
   <translation>مفتاح الخريطة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Length in seconds</source>
   <translation>الطول بالثواني</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Let movements and corridors grow</source>
   <translation>رسم التحركات والممرات شيئًا فشيئًا</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Lines grow along their path during their step.</source>
   <translation>تُرسم الخطوط على مسارها خلال خطوتها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>MP4 and WebM are written by this program; it is not part of QGIS.</source>
   <translation>يُكتب MP4 وWebM بهذا البرنامج؛ وهو ليس جزءًا من QGIS.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <location filename="syria_control_plugin/gui/panel/header.py" />
   <source>Mark ground that changed hands</source>
   <translation>تمييز الأرض التي انتقلت السيطرة عليها</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Names the classes that the layers hold.</source>
   <translation>يسمي الفئات التي في الطبقات.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Path of ffmpeg (empty: it is looked for)</source>
   <translation>مسار ffmpeg (فارغ: يُبحث عنه)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Print layout</source>
   <translation>تخطيط الطباعة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Seconds that each step is held</source>
   <translation>عدد الثواني التي تبقى فيها كل خطوة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Some formats need even numbers: then it is made one larger.</source>
   <translation>تحتاج بعض الصيغ إلى أعداد زوجية: فيُزاد واحد.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Steps</source>
   <translation>الخطوات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Steps: {}, from {} to {}.</source>
   <translation>الخطوات: {}، من {} إلى {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Text on each frame; {date} is its date. Empty: none</source>
   <translation>النص على كل إطار؛ ⁦{date}⁩ يحلّ محله تاريخه. فارغ: بلا نص</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>The ending decides: .mp4, .webm, .gif, .webp; .png makes a folder of frames.</source>
   <translation>نهاية الاسم هي التي تحدد: ⁦.mp4, .webm, .gif, .webp⁩؛ و⁦.png⁩ يصنع مجلد إطارات.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>There is nothing to film: give a CASE, LAYERS or a LAYOUT.</source>
   <translation>لا شيء للتصوير: اذكر CASE أو LAYERS أو LAYOUT.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>What the film shows.</source>
   <translation>ما يعرضه الفيلم.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Where it stands.</source>
   <translation>أين يقع.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Width in pixels</source>
   <translation>العرض بالبكسل</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>animation</source>
   <translation>تحريك</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>export</source>
   <translation>تصدير</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>film</source>
   <translation>فيلم</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>frames</source>
   <translation>إطارات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>gif</source>
   <translation>gif</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>movie</source>
   <translation>شريط مصور</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>mp4</source>
   <translation>mp4</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>time lapse</source>
   <translation>تتابع زمني</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>timelapse</source>
   <translation>تصوير متتابع</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>video</source>
   <translation>فيديو</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>webm</source>
   <translation>webm</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>webp</source>
   <translation>webp</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>{date} stands for the date of the frame.</source>
   <translation>⁦{date}⁩ يحلّ محله تاريخ الإطار.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/frontlines.py" />
   <source>0: what both borders have in common. Else what of the one lies this near the other.</source>
   <translation>0: ما تشترك فيه الحدّان. وإلا فما وقع من أحدهما بهذا القرب من الآخر.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/frontlines.py" />
   <source>A line for each pair of factions and period in which their front stays the same.</source>
   <translation>خط لكل زوج من الفصائل ومدة تبقى فيها جبهتهما كما هي.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/frontlines.py" />
   <source>Front lines</source>
   <translation>خطوط الجبهة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/frontlines.py" />
   <source>The borders that two factions share: a line for each pair of factions and each period in which their front stays the same, with its ellipsoidal length. Points in which two grounds merely touch are no front; where grounds overlap (contested ground) there is no line between them.

shift_mean_km and shift_greatest_km tell how far the front moved from the one just before: the distance from the later line to the nearest point of the earlier one, averaged over the later line's length (directed average distance), and the greatest (directed Hausdorff distance). They tell no direction and no area; a front that only became shorter has 0. They are empty for a new front.

Tolerance: 0 takes what both borders have in common. For borders that were digitised twice give a distance: then the front is what of the first faction's border lies within it of the second's, and its ends may run on by as much.

Each source is judged by itself.</source>
   <translation>الحدود التي يشترك فيها فصيلان: خط لكل زوج من الفصائل ولكل مدة تبقى فيها جبهتهما كما هي، مع طوله على الإهليلج. والنقاط التي تتلامس فيها أرضان فحسب ليست جبهة؛ وحيث تتراكب الأرضان (أرض متنازع عليها) لا خط بينهما.

يقول shift_mean_km وshift_greatest_km كم تحركت الجبهة عن سابقتها مباشرة: المسافة من الخط اللاحق إلى أقرب نقطة من السابق، بمتوسطها على طول الخط اللاحق (متوسط المسافة الموجّه)، وبأكبرها (مسافة هاوسدورف الموجّهة). ولا يدلان على اتجاه ولا مساحة؛ والجبهة التي قصرت فقط لها 0. وهما فارغان لجبهة جديدة.

السماحية: 0 تأخذ ما تشترك فيه الحدّان تمامًا. وللحدود التي رُسمت مرتين اذكر مسافة: فتكون الجبهة ما وقع من حدود الفصيل الأول ضمنها من حدود الثاني، وقد يمتد طرفاها بقدرها.

يُحكم على كل مصدر وحده.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/frontlines.py" />
   <location filename="syria_control_plugin/algorithms/pockets.py" />
   <source>Tolerance in metres (borders digitised twice)</source>
   <translation>السماحية بالأمتار (حدود رُسمت مرتين)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/frontlines.py" />
   <source>border</source>
   <translation>حدود</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/frontlines.py" />
   <source>boundary</source>
   <translation>تخم</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/frontlines.py" />
   <source>contact</source>
   <translation>تماس</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/frontlines.py" />
   <source>front</source>
   <translation>جبهة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/frontlines.py" />
   <source>length</source>
   <translation>طول</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/frontlines.py" />
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>line</source>
   <translation>خط</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/frontlines.py" />
   <source>shift</source>
   <translation>انزياح</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <source>A folder, zip, pattern such as maps/*_2017*.geojson, group of layers, or database; several with ;</source>
   <translation>مجلد، أو ملف zip، أو نمط مثل ⁦maps/*_2017*.geojson⁩، أو مجموعة طبقات، أو قاعدة بيانات؛ وعدة منها تفصل بينها ⁦;⁩</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <source>After a longer time nothing is known until the next map. Empty: a map holds until then.</source>
   <translation>بعد مدة أطول لا يُعرف شيء حتى الخريطة التالية. فارغ: تسري الخريطة إلى ذلك الحين.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <source>Brings dated control maps into a case, a GeoPackage, with one layer that follows the temporal controller.

Input: layers and files in any format that GDAL reads; or, as a path, a folder, a zip, a pattern such as maps/*_2017*.geojson, a group of layers, or a database connection. Dates are found in the names of files, layers and folders, in a field, in start and end fields, or in a file's own properties; factions in a field or in the names. What was found is written to the log and can be overridden by the settings.

A map holds from its date until the next map of the same source. Importing the same files again changes nothing; importing one more file reads only that one. Rows that had to be repaired or left out are in the case's table import_issues, with file, row and reason.</source>
   <translation>يُدخل خرائط سيطرة مؤرخة إلى حالة، وهي ملف GeoPackage، فيها طبقة واحدة تتبع متحكم الزمن.

المدخلات: طبقات وملفات بأي صيغة يقرؤها GDAL؛ أو، على شكل مسار، مجلد، أو ملف zip، أو نمط مثل ⁦maps/*_2017*.geojson⁩، أو مجموعة طبقات، أو اتصال بقاعدة بيانات. تُوجد التواريخ في أسماء الملفات والطبقات والمجلدات، أو في حقل، أو في حقلي بداية ونهاية، أو في خصائص الملف نفسه؛ وتُوجد الفصائل في حقل أو في الأسماء. وما وُجد يُكتب في السجل ويمكن تغييره بالإعدادات.

تسري الخريطة من تاريخها حتى الخريطة التالية من المصدر نفسه. استيراد الملفات نفسها من جديد لا يغيّر شيئًا؛ واستيراد ملف إضافي لا يقرأ غيره. والصفوف التي لزم إصلاحها أو تركها في جدول الحالة import_issues، مع الملف والصف والسبب.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <source>CRS of maps that name none</source>
   <translation>نظام إحداثيات الخرائط التي لا تذكر نظامًا</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <source>Control maps: folder, zip, pattern, group or database</source>
   <translation>خرائط السيطرة: مجلد أو zip أو نمط أو مجموعة أو قاعدة بيانات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <source>Control maps: layers and files</source>
   <translation>خرائط السيطرة: طبقات وملفات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <source>Else the row holds no more on that day.</source>
   <translation>وإلا فلا يسري الصف في ذلك اليوم.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <source>Empty: ground that two factions claim is kept for both and marked contested.</source>
   <translation>فارغ: الأرض التي يطالب بها فصيلان تُحفظ لكليهما وتُوسم متنازعًا عليها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <source>Empty: such maps are taken as lon/lat, or refused where that can't be.</source>
   <translation>فارغ: تُعدّ هذه الخرائط خطوط طول وعرض، أو تُرفض حيث لا يمكن ذلك.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <source>Faction that holds all the ground (empty: found in the data)</source>
   <translation>الفصيل الذي يسيطر على كل الأرض (فارغ: يُعرف من البيانات)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <source>Field with the date (empty: found in names or fields)</source>
   <translation>الحقل الذي فيه التاريخ (فارغ: يُعرف من الأسماء أو الحقول)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <source>Field with the end of a period</source>
   <translation>الحقل الذي فيه نهاية مدة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Field with the faction (empty: found by its name)</source>
   <translation>الحقل الذي فيه الفصيل (فارغ: يُعرف من اسمه)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <source>Field with the start of a period</source>
   <translation>الحقل الذي فيه بداية مدة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <source>For maps of several sides; its values may be names, ids or spellings of data sets.</source>
   <translation>لخرائط عدة أطراف؛ وقيمه أسماء أو معرّفات أو تهجئات من مجموعات البيانات.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <source>For rows that say from when to when they hold.</source>
   <translation>لصفوف تذكر من متى إلى متى تسري.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <source>Id, name, or any spelling that data sets use: for maps of one side that name none.</source>
   <translation>معرّف، أو اسم، أو أي تهجئة تستعملها مجموعات البيانات: لخرائط طرف واحد لا تسميه.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <location filename="syria_control_plugin/algorithms/territoriesfromreports.py" />
   <source>Import</source>
   <translation>استيراد</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <location filename="syria_control_plugin/gui/imports/dialog.py" />
   <source>Import control maps</source>
   <translation>استيراد خرائط السيطرة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Layers of the project, files, and any path that the field below takes.</source>
   <translation>طبقات من المشروع، وملفات، وأي مسار يقبله الحقل أدناه.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <source>Longest time in days that a map counts if the next is later</source>
   <translation>أطول مدة بالأيام تسري فيها الخريطة إذا تأخرت التالية</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <source>Maps of one source follow each other; two sources are never compared.</source>
   <translation>خرائط المصدر الواحد يتلو بعضها بعضًا؛ ولا يُقارن مصدران أبدًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <source>Maps read</source>
   <translation>الخرائط المقروءة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <source>Name of the source (empty: name of the folder)</source>
   <translation>اسم المصدر (فارغ: اسم المجلد)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <source>Rows of one date are one map, which holds until the next.</source>
   <translation>صفوف التاريخ الواحد خريطة واحدة تسري حتى التالية.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <source>The end field names the last day of the period</source>
   <translation>حقل النهاية يذكر آخر يوم من المدة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <source>The moment from which a row holds no more; a row without one still holds.</source>
   <translation>اللحظة التي لا يسري الصف بعدها؛ والصف الذي لا نهاية له ما زال ساريًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <source>Who keeps ground that two claim: factions, comma-separated, first wins</source>
   <translation>لمن تبقى أرض يطالب بها اثنان: فصائل تفصل بينها فواصل، والأول هو الغالب</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>conflict</source>
   <translation>نزاع</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <location filename="syria_control_plugin/algorithms/territoriesondate.py" />
   <source>date</source>
   <translation>تاريخ</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>faction</source>
   <translation>فصيل</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <source>folder</source>
   <translation>مجلد</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <source>geojson</source>
   <translation>geojson</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <source>kml</source>
   <translation>kml</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <source>load</source>
   <translation>تحميل</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <source>shapefile</source>
   <translation>shapefile</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <source>temporal</source>
   <translation>زمني</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <source>territorial</source>
   <translation>إقليمي</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>An export of ACLED, UCDP GED, events of a case, or any table with a date and two sides.</source>
   <translation>تصدير من ACLED، أو UCDP GED، أو أحداث حالة، أو أي جدول فيه تاريخ وطرفان.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>An import of a name replaces the events that came under it before.</source>
   <translation>الاستيراد باسم ما يحل محل الأحداث التي جاءت به من قبل.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>Brings clash events - dated, located fights between named parties - into a case, where corridors are judged by them.

Input: an export of ACLED, a table of UCDP GED (both are told by their columns), the events of another case, or any table or point layer with a date and two sides. Naming one of the fields makes it a plain table.

Actors become factions by their names and aliases; sides that combine several count for each of them. What is no known faction is counted and listed, and its event stays. How well date and place are known is kept. Air strikes and shelling (ACLED: explosions and remote violence) and transfers of ground without a fight are kept apart from ground fights.

Importing the same table again changes nothing; a changed table of the same name replaces its events. Rows that can't be used are in the case's table import_issues, with file, row and reason.</source>
   <translation>يُدخل أحداث الاشتباك - معارك مؤرخة ومحددة المكان بين أطراف مسماة - إلى حالة، فيُحكم بها على الممرات.

المدخلات: تصدير من ACLED، أو جدول من UCDP GED (يُعرفان من أعمدتهما)، أو أحداث حالة أخرى، أو أي جدول أو طبقة نقاط فيها تاريخ وطرفان. وتسمية أحد الحقول تجعله جدولًا عاديًا.

تصير الجهات الفاعلة فصائل بأسمائها وتهجئاتها؛ والطرف الذي يجمع عدة جهات يُحسب لكل منها. وما ليس فصيلًا معروفًا يُعدّ ويُسرد، ويبقى حدثه. وتُحفظ دقة التاريخ والمكان. والغارات الجوية والقصف (في ACLED: التفجيرات والعنف عن بُعد) وانتقال الأراضي بلا قتال تُفصل عن المعارك البرية.

استيراد الجدول نفسه من جديد لا يغيّر شيئًا؛ والجدول المتغيّر ذو الاسم نفسه يحل محل أحداثه. والصفوف التي لا يمكن استعمالها في جدول الحالة import_issues، مع الملف والصف والسبب.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>CRS of coordinates that name none (empty: lon/lat)</source>
   <translation>نظام الإحداثيات التي لا تذكر نظامًا (فارغ: طول وعرض)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>Each data set is judged by itself.</source>
   <translation>يُحكم على كل مجموعة بيانات وحدها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>Empty: found. Naming one makes it a plain table.</source>
   <translation>فارغ: يُعثر عليه. وتسمية أحدها تجعله جدولًا عاديًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>Events imported</source>
   <translation>الأحداث المستوردة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>Events with a side of no known faction</source>
   <translation>الأحداث التي فيها طرف ليس فصيلًا معروفًا</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>Events with known factions on both sides</source>
   <translation>الأحداث التي طرفاها فصيلان معروفان</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>For x and y in metres, say.</source>
   <translation>حين تكون x وy بالأمتار مثلًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>Name of the data set (empty: that of the layout)</source>
   <translation>اسم مجموعة البيانات (فارغ: اسم التنسيق)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>Name of the import (empty: name of the table)</source>
   <translation>اسم الاستيراد (فارغ: اسم الجدول)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>Plain table without points: field with the latitude</source>
   <translation>جدول عادي بلا نقاط: الحقل الذي فيه خط العرض</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>Plain table without points: field with the longitude</source>
   <translation>جدول عادي بلا نقاط: الحقل الذي فيه خط الطول</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>Plain table: field with one side</source>
   <translation>جدول عادي: الحقل الذي فيه أحد الطرفين</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>Plain table: field with the date</source>
   <translation>جدول عادي: الحقل الذي فيه التاريخ</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>Plain table: field with the id</source>
   <translation>جدول عادي: الحقل الذي فيه المعرّف</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>Plain table: field with the kind (fight, strike, transfer, other)</source>
   <translation>جدول عادي: الحقل الذي فيه النوع (⁦fight, strike, transfer, other⁩)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>Plain table: field with the last day</source>
   <translation>جدول عادي: الحقل الذي فيه آخر يوم</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>Plain table: field with the name of the data set</source>
   <translation>جدول عادي: الحقل الذي فيه اسم مجموعة البيانات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>Plain table: field with the other side</source>
   <translation>جدول عادي: الحقل الذي فيه الطرف الآخر</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>Plain table: field with the precision of the place in km</source>
   <translation>جدول عادي: الحقل الذي فيه دقة المكان بالكيلومترات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>Sides of several actors</source>
   <translation>الأطراف المكونة من عدة جهات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>battle</source>
   <translation>معركة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>events</source>
   <translation>أحداث</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>fight</source>
   <translation>قتال</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>ged</source>
   <translation>ged</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>A folder, zip, pattern such as tracks/*.gpx, group of layers, or database; several with ;</source>
   <translation>مجلد، أو ملف zip، أو نمط مثل ⁦tracks/*.gpx⁩، أو مجموعة طبقات، أو قاعدة بيانات؛ وعدة منها تفصل بينها ⁦;⁩</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>An import of a name replaces the movements that came under it before.</source>
   <translation>الاستيراد باسم ما يحل محل التحركات التي جاءت به من قبل.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Brings movements of factions into a case, a GeoPackage: what corridors are cut from.

Input: lines with a date or with a start and an end; lines whose M values are times (seconds since 1970-01-01 UTC); points with a track, a time and a faction; GPX tracks, routes and their points; tables with lines as WKT, or with a longitude and a latitude. Layers, files, folders, zips and patterns are taken; a table such as CSV has to be named itself, since a folder's tables may be anything. What was found where, by name and content, is written to the log and can be overridden by the settings. GPX names no faction: set it.

A line with one date counts for that whole day, UTC, whatever its time of day. Its way through the day is not known: it is kept as untimed. A fix whose date has no time of day counts for the start of that day. Each part of a line in several parts, and each segment of a GPX track, is a movement of its own.

Timed tracks are checked: a single fix that does not fit while the two beside it fit each other is left out; where a track is faster than the speed limit, jumps or has a gap longer than the limits allow, it is cut and goes on as another movement. A piece of one fix is left out. The report names each of these, and the case's table import_issues keeps them with file, row and reason, as it does rows that can't be used.

Importing the same again changes nothing. An import with the name of an earlier one replaces its movements.</source>
   <translation>يُدخل تحركات الفصائل إلى حالة، وهي ملف GeoPackage: ومنها تُقطع الممرات.

المدخلات: خطوط لها تاريخ أو بداية ونهاية؛ أو خطوط قيم M فيها أوقات (ثوانٍ منذ ⁦1970-01-01 UTC⁩)؛ أو نقاط لها مسار ووقت وفصيل؛ أو مسارات GPX وطرقها ونقاطها؛ أو جداول فيها خطوط بصيغة WKT، أو فيها خط طول وخط عرض. تُقبل الطبقات والملفات والمجلدات وملفات zip والأنماط؛ أما جدول مثل CSV فيجب ذكره باسمه، لأن جداول المجلد قد تكون أي شيء. وما وُجد وأين، بالاسم وبالمحتوى، يُكتب في السجل ويمكن تغييره بالإعدادات. وملف GPX لا يسمي فصيلًا: فاذكره.

الخط ذو التاريخ الواحد يُحسب لذلك اليوم كله بتوقيت UTC، أيًا كانت ساعته. ولا يُعرف سيره خلال اليوم: فيُحفظ بلا توقيت. ونقطة الرصد التي لا ساعة في تاريخها تُحسب لبداية ذلك اليوم. وكل جزء من خط متعدد الأجزاء، وكل مقطع من مسار GPX، تحرّك قائم بذاته.

تُفحص المسارات المؤقتة: نقطة الرصد المنفردة التي لا تستقيم مع جارتيها المتفقتين تُترك؛ وحيث تتجاوز سرعة المسار حد السرعة، أو يقفز، أو ينقطع أكثر مما تسمح به الحدود، يُقطع ويُتابع تحركًا آخر. والقطعة ذات النقطة الواحدة تُترك. ويسمي التقرير كلًا من ذلك، ويحفظه جدول الحالة import_issues مع الملف والصف والسبب، كما يحفظ الصفوف التي لا يمكن استعمالها.

استيراد الشيء نفسه من جديد لا يغيّر شيئًا. والاستيراد باسم استيراد سابق يحل محل تحركاته.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>CRS of data that name none (empty: lon/lat)</source>
   <translation>نظام إحداثيات البيانات التي لا تذكر نظامًا (فارغ: طول وعرض)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Cut tracks where they are faster, in km/h (0: nowhere)</source>
   <translation>قطع المسارات حيث تتجاوز هذه السرعة بالكم/س (0: لا تُقطع)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Cut tracks where two fixes are further apart, in hours (0: nowhere)</source>
   <translation>قطع المسارات حيث تتباعد نقطتان أكثر من ذلك بالساعات (0: لا تُقطع)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Cut tracks where two fixes are further apart, in km (0: nowhere)</source>
   <translation>قطع المسارات حيث تتباعد نقطتان أكثر من ذلك بالكم (0: لا تُقطع)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Else the movement is over on that day.</source>
   <translation>وإلا فقد انتهى التحرّك في ذلك اليوم.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Empty: found by names and by what fields hold; the log says what was found.</source>
   <translation>فارغ: يُعرف من الأسماء ومما تحمله الحقول؛ والسجل يقول ما وُجد.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Faction that all of it is of (empty: found in the data)</source>
   <translation>الفصيل الذي يخصه كل ذلك (فارغ: يُعرف من البيانات)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Field that tells movements or tracks apart (empty: found by its name)</source>
   <translation>الحقل الذي يميّز التحركات أو المسارات (فارغ: يُعرف من اسمه)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Field with lines or points as WKT (empty: found by what it holds)</source>
   <translation>الحقل الذي فيه خطوط أو نقاط بصيغة WKT (فارغ: يُعرف مما يحمله)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Field with the date or time (empty: found in fields or names)</source>
   <translation>الحقل الذي فيه التاريخ أو الوقت (فارغ: يُعرف من الحقول أو الأسماء)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Field with the end of a line's time</source>
   <translation>الحقل الذي فيه نهاية زمن الخط</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Field with the start of a line's time</source>
   <translation>الحقل الذي فيه بداية زمن الخط</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Field with who says so (empty: found by its name)</source>
   <translation>الحقل الذي فيه قائل ذلك (فارغ: يُعرف من اسمه)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Fixes with a time</source>
   <translation>نقاط الرصد التي لها وقت</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Id, name, or any spelling that data sets use. GPX names no faction: set it.</source>
   <translation>معرّف، أو اسم، أو أي تهجئة تستعملها مجموعات البيانات. ملف GPX لا يسمي فصيلًا: فاذكره.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Movements imported</source>
   <translation>التحركات المستوردة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Movements: folder, zip, pattern, group or database</source>
   <translation>التحركات: مجلد أو zip أو نمط أو مجموعة أو قاعدة بيانات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Movements: layers and files</source>
   <translation>التحركات: طبقات وملفات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Name of the import (empty: name of the folder, file or layer)</source>
   <translation>اسم الاستيراد (فارغ: اسم المجلد أو الملف أو الطبقة)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Such a speed is an error of a fix, or two tracks in one.</source>
   <translation>سرعة كهذه خطأ في نقطة رصد، أو مساران في واحد.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>The end field names the last day</source>
   <translation>حقل النهاية يذكر آخر يوم</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Tracks cut</source>
   <translation>المسارات المقطوعة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Two tracks in one, say, where the times do not tell.</source>
   <translation>مساران في واحد مثلًا، حيث لا تدل الأوقات على ذلك.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>fix</source>
   <translation>نقطة رصد</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>gps</source>
   <translation>gps</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>gpx</source>
   <translation>gpx</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>route</source>
   <translation>طريق</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>trajectory</source>
   <translation>مسار حركة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/infercorridors.py" />
   <source>A hypothesis from the maps alone, without any reported movement. Between two maps a faction gained ground that touches nothing which it or its allies held before: its force came through somebody. The shortest way from its earlier ground is drawn; other gains of the same interval are free stepping stones. The stretches of that way over the ground of a faction that is neither an ally nor the one that lost the ground are inferred corridors, dashed on the map. A way over the loser's own ground is a deep attack: it is told in the log, and is no corridor. Other ways that are at most a factor longer are listed as alternatives.

Clash events judge them as they do observed corridors, over the whole time between the two maps. Each source is judged by itself.</source>
   <translation>فرضية مبنية على الخرائط وحدها، بلا أي تحرّك مبلّغ عنه. بين خريطتين كسب فصيل أرضًا لا تلامس شيئًا كان قبلُ تحت سيطرته أو سيطرة حلفائه: فقوته مرّت عبر أرض أحد ما. يُرسم أقصر طريق من أرضه السابقة؛ والمكاسب الأخرى في المدة نفسها معابر مجانية. وامتدادات ذلك الطريق فوق أرض فصيل ليس حليفًا ولا هو من خسر الأرض هي ممرات مستنتجة، متقطعة على الخريطة. أما الطريق فوق أرض الخاسر نفسه فهجوم في العمق: يُذكر في السجل، وليس ممرًا. والطرق الأخرى التي لا تزيد عنه إلا بعامل محدد تُسرد بدائل.

تحكم عليها أحداث الاشتباك كما تحكم على الممرات المرصودة، على كامل المدة بين الخريطتين. ويُحكم على كل مصدر وحده.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/infercorridors.py" />
   <source>Alternatives are at most so many times longer</source>
   <translation>البدائل لا تتجاوز هذا العدد من أضعاف الطول</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/infercorridors.py" />
   <source>Corridors inferred from control changes</source>
   <translation>ممرات مستنتجة من تغيّرات السيطرة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/infercorridors.py" />
   <source>Gains that near the mover's earlier ground are no riddle: they give no corridor.</source>
   <translation>المكاسب بهذا القرب من أرض الطرف المتحرّك السابقة لا لغز فيها: فلا تعطي ممرًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/infercorridors.py" />
   <source>Ground within km of each other touches</source>
   <translation>الأرض التي بينها هذا العدد من الكيلومترات متلامسة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/infercorridors.py" />
   <source>No source has two maps: there is nothing to compare.</source>
   <translation>لا مصدر له خريطتان: لا شيء للمقارنة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/infercorridors.py" />
   <source>Ways over other hosts up to so many times as long as the shortest are listed with it.</source>
   <translation>الطرق فوق أرض مضيفين آخرين حتى هذا العدد من أضعاف أقصر طريق تُسرد معه.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/infercorridors.py" />
   <source>deep attack</source>
   <translation>هجوم في العمق</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/infercorridors.py" />
   <source>hypothesis</source>
   <translation>فرضية</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/models.py" />
   <source>Case to corridor report</source>
   <translation>من حالة إلى تقرير الممرات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/models.py" />
   <source>Folder of maps to atlas</source>
   <translation>من مجلد خرائط إلى أطلس</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/models.py" />
   <source>Models</source>
   <translation>النماذج</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/models.py" />
   <source>The model {!r} can't be read.</source>
   <translation>تعذّرت قراءة النموذج {!r}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/outputs.py" />
   <source>A row can't be written: {}</source>
   <translation>تعذّرت كتابة صف: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/outputs.py" />
   <location filename="syria_control_plugin/gui/imports/report.py" />
   <source>The report can't be written to {!r}: {}</source>
   <translation>تعذّرت كتابة التقرير إلى {!r}: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/outputs.py" />
   <source>The rows can't be written: {}</source>
   <translation>تعذّرت كتابة الصفوف: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/outputs.py" />
   <source>The style of {} can't be saved: {}</source>
   <translation>تعذّر حفظ نمط {}: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/outputs.py" />
   <source>date-times become text</source>
   <translation>تصير التواريخ والأوقات نصوصًا</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/outputs.py" />
   <source>names of fields are cut: {}</source>
   <translation>تُقصّ أسماء الحقول: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/outputs.py" />
   <source>texts of {} are cut at {} bytes: {} rows</source>
   <translation>نصوص {} تُقصّ عند {} بايت: عدد الصفوف {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/outputs.py" />
   <source>{} can't be opened to keep its style: {}</source>
   <translation>تعذّر فتح {} لحفظ نمطه: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/outputs.py" />
   <source>{} is a Shapefile, which can't hold all of it: {}. A GeoPackage keeps it whole.</source>
   <translation>{} ملف Shapefile، ولا يستطيع حمل كل ذلك: {}. ملف GeoPackage يحفظه كاملًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/outputs.py" />
   <source>{}: a Shapefile can't hold rows without geometry. Choose .csv or .gpkg.</source>
   <translation>{}: لا يستطيع ملف Shapefile حمل صفوف بلا شكل هندسي. اختر ⁦.csv⁩ أو ⁦.gpkg⁩.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/pockets.py" />
   <source>A polygon for each pocket and period in which it stays the same.</source>
   <translation>مضلع لكل جيب ومدة يبقى فيها كما هو.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/pockets.py" />
   <source>Allies count as one</source>
   <translation>الحلفاء يُحسبون واحدًا</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/pockets.py" />
   <source>Along so much of a part's outer boundary must lie ground of factions outside its bloc.</source>
   <translation>على هذا القدر من الحدود الخارجية للجزء يجب أن تقع أرض فصائل من خارج كتلته.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/pockets.py" />
   <source>Enclosed: at least this percentage of the outer boundary</source>
   <translation>محاط: بهذه النسبة المئوية على الأقل من الحدود الخارجية</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/pockets.py" />
   <source>Ground of allies is one ground, and does not enclose that of another ally.</source>
   <translation>أرض الحلفاء أرض واحدة، ولا تحيط بأرض حليف آخر.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/pockets.py" />
   <source>Ground this near counts as touching.</source>
   <translation>الأرض بهذا القرب تُعدّ ملامسة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/pockets.py" />
   <source>Leave out parts smaller than this, in km²</source>
   <translation>اترك الأجزاء الأصغر من ذلك، بالكيلومتر المربع</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/pockets.py" />
   <source>Parts left out</source>
   <translation>الأجزاء المتروكة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/pockets.py" />
   <source>Parts of a faction's ground that others enclose: ground in one piece, along at least two thirds of whose outer boundary (or the percentage given) lies ground of factions outside its bloc. Pieces that touch in points only are two parts.

No part is the main one by size: a force that broke through and was shut in sits in a pocket though it be the larger part, and so does the last part of all when it is enclosed (is_largest tells). A part that is apart only because the map ends there, or because nobody holds the ground between, is no pocket: there it is open. 0 per cent lists every part of all ground.

A row is a period in which nothing of it changes: area_km2 (ellipsoidal); surrounded_by, who lies along the outer boundary, in per cent of its length; since, from when on it has been a pocket without a break, followed from date to date by the most ground in common; nearest_km, how far it is to the nearest other part, empty where there is none; would_join, whether the distance given would join them. The percentages may add up to more than 100 along contested ground, where a stretch counts for each faction.

Each source is judged by itself. A pocket on the map says what the map says: not who was in it.</source>
   <translation>أجزاء من أرض فصيل يحيط بها الآخرون: أرض من قطعة واحدة، تقع على ثلثي حدودها الخارجية على الأقل (أو على النسبة المذكورة) أرض فصائل من خارج كتلته. والقطع التي تتلامس في نقاط فقط جزآن.

لا جزء هو الأصل بحكم حجمه: القوة التي اخترقت ثم أُغلق عليها تكون في جيب وإن كانت الجزء الأكبر، وكذلك الجزء الأخير كله حين يُحاط به (يدل عليه is_largest). والجزء المنفصل لأن الخريطة تنتهي هناك، أو لأن أحدًا لا يسيطر على الأرض بينهما، ليس جيبًا: فهو مفتوح هناك. والنسبة 0 تسرد كل جزء من كل أرض.

الصف مدة لا يتغيّر فيها منه شيء: area_km2 (على الإهليلج)؛ وsurrounded_by من يقع على الحدود الخارجية بالنسبة المئوية من طولها؛ وsince منذ متى هو جيب بلا انقطاع، بتتبّعه من تاريخ إلى تاريخ بأكبر أرض مشتركة؛ وnearest_km كم يبعد عن أقرب جزء آخر، فارغ حيث لا يوجد؛ وwould_join هل كانت المسافة المذكورة تجمعهما. وقد يزيد مجموع النسب على 100 على طول أرض متنازع عليها، حيث يُحسب الامتداد لكل فصيل.

يُحكم على كل مصدر وحده. والجيب على الخريطة يقول ما تقوله الخريطة: لا من كان فيه.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/pockets.py" />
   <source>Pockets</source>
   <translation>الجيوب</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/pockets.py" />
   <source>The field would_join answers it for each pocket; 0 asks nothing.</source>
   <translation>الحقل would_join يجيب عن ذلك لكل جيب؛ 0 لا يسأل شيئًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/pockets.py" />
   <source>They are counted in the log.</source>
   <translation>تُعدّ في السجل.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/pockets.py" />
   <source>Would parts join that are this near, in km?</source>
   <translation>هل كانت أجزاء بهذا القرب لتتصل، بالكيلومترات؟</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/pockets.py" />
   <source>besieged</source>
   <translation>تحت الحصار</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/pockets.py" />
   <source>cut off</source>
   <translation>مقطوع</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/pockets.py" />
   <source>encircled</source>
   <translation>محاصر</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/pockets.py" />
   <source>encirclement</source>
   <translation>تطويق</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/pockets.py" />
   <source>enclave</source>
   <translation>جيب محاط</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/pockets.py" />
   <source>exclave</source>
   <translation>جيب خارجي</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/pockets.py" />
   <source>pocket</source>
   <translation>جيب</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/pockets.py" />
   <source>salient</source>
   <translation>نتوء</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/pockets.py" />
   <source>siege</source>
   <translation>حصار</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/pockets.py" />
   <source>surrounded</source>
   <translation>محاط</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/pockets.py" />
   <source>{} parts smaller than {} km² were left out, {:.4f} km² in all.</source>
   <translation>الأجزاء المتروكة: {}، كل منها أصغر من {} كم²، ومجموعها {:.4f} كم².</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/retakenground.py" />
   <source>A polygon for each period in which that ground stays the same.</source>
   <translation>مضلع لكل مدة تبقى فيها تلك الأرض كما هي.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/retakenground.py" />
   <source>Area at the end of the series in km²</source>
   <translation>المساحة في نهاية السلسلة بالكيلومتر المربع</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/retakenground.py" />
   <source>Faction that held it</source>
   <translation>الفصيل الذي كان يسيطر عليها</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/retakenground.py" />
   <source>Faction that holds the ground</source>
   <translation>الفصيل الذي يسيطر على الأرض</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/retakenground.py" />
   <source>Ground counts that the other faction held at any time from this date on.</source>
   <translation>تُحسب الأرض التي سيطر عليها الفصيل الآخر في أي وقت منذ هذا التاريخ.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/retakenground.py" />
   <source>Ground that one faction holds and that another held at some time since a date: a polygon for each period in which that ground stays the same, with its ellipsoidal area. It is derived from the history of the maps, whoever held the ground in between.

Factions are given by id, name or any spelling that data sets use. Each source is judged by itself.</source>
   <translation>أرض يسيطر عليها فصيل وكان آخر يسيطر عليها في وقت ما منذ تاريخ معيّن: مضلع لكل مدة تبقى فيها تلك الأرض كما هي، مع مساحته على الإهليلج. وهي مشتقة من تاريخ الخرائط، أيًا كان من سيطر على الأرض بين ذلك.

تُذكر الفصائل بالمعرّف أو الاسم أو أي تهجئة تستعملها مجموعات البيانات. ويُحكم على كل مصدر وحده.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/retakenground.py" />
   <source>HELD_BY and EARLIER_HELD_BY are one faction, {!r}.</source>
   <translation>القيمتان HELD_BY وEARLIER_HELD_BY فصيل واحد، {!r}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/retakenground.py" />
   <source>Retaken ground</source>
   <translation>الأرض المستعادة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/retakenground.py" />
   <source>Since (UTC, included)</source>
   <translation>منذ (UTC، داخلًا في الحساب)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/retakenground.py" />
   <location filename="syria_control_plugin/algorithms/territoriesfromreports.py" />
   <location filename="syria_control_plugin/gui/panel/classes.py" />
   <source>derived</source>
   <translation>مشتقّ</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/retakenground.py" />
   <source>history</source>
   <translation>تاريخ سابق</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/retakenground.py" />
   <source>liberated</source>
   <translation>استعادة السيطرة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/retakenground.py" />
   <source>recaptured</source>
   <translation>استرداد</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/retakenground.py" />
   <source>retaken</source>
   <translation>مستعادة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/retakenground.py" />
   <source>{}: {!r} holds no ground in the maps; these do: {}.</source>
   <translation>{}: {!r} لا يسيطر على أرض في الخرائط؛ هؤلاء يسيطرون: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/series_base.py" />
   <source>Compare this date (UTC; empty: every map with the next)</source>
   <translation>قارن هذا التاريخ (UTC؛ فارغ: كل خريطة بالتي تليها)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/series_base.py" />
   <source>Empty: found by its name and by what it holds.</source>
   <translation>فارغ: يُعرف من اسمه ومما يحمله.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/series_base.py" />
   <source>Field with the date of the map</source>
   <translation>الحقل الذي فيه تاريخ الخريطة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/series_base.py" />
   <source>Field with the end of the period</source>
   <translation>الحقل الذي فيه نهاية المدة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/series_base.py" />
   <location filename="syria_control_plugin/resources/models/mapstoatlas.model3" />
   <source>Field with the faction</source>
   <translation>الحقل الذي فيه الفصيل</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/series_base.py" />
   <source>Field with the start of the period</source>
   <translation>الحقل الذي فيه بداية المدة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/series_base.py" />
   <source>For rows that say from when to when they hold. Empty: found by its name.</source>
   <translation>لصفوف تذكر من متى إلى متى تسري. فارغ: يُعرف من اسمه.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/series_base.py" />
   <source>Rows of one date are one map, which holds until the next. Empty: found by what the fields hold.</source>
   <translation>صفوف التاريخ الواحد خريطة واحدة تسري حتى التالية. فارغ: يُعرف مما تحمله الحقول.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/series_base.py" />
   <source>TO_DATE {} is not after FROM_DATE {}.</source>
   <translation>قيمة TO_DATE وهي {} ليست بعد قيمة FROM_DATE وهي {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/series_base.py" />
   <location filename="syria_control_plugin/algorithms/territoriesondate.py" />
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>Territories</source>
   <translation>مناطق السيطرة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/series_base.py" />
   <source>The earlier date. Give both dates for one comparison, none to compare each map with the next.</source>
   <translation>التاريخ الأسبق. اذكر التاريخين لمقارنة واحدة، ولا تذكر أيًا منهما لمقارنة كل خريطة بالتي تليها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/series_base.py" />
   <source>The later date.</source>
   <translation>التاريخ اللاحق.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/series_base.py" />
   <source>The layer territories of a case, or any polygon layer with a faction and dates.</source>
   <translation>طبقة ⁦territories⁩ من حالة، أو أي طبقة مضلعات فيها فصيل وتواريخ.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/series_base.py" />
   <source>The moment from which a row holds no more; a row without one still holds. It needs a start field.</source>
   <translation>اللحظة التي لا يسري الصف بعدها؛ والصف الذي لا نهاية له ما زال ساريًا. ويحتاج إلى حقل بداية.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/series_base.py" />
   <source>with this date (UTC)</source>
   <translation>بهذا التاريخ (UTC)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/series_base.py" />
   <source>{} is empty: give both dates, or neither for all maps.</source>
   <translation>{} فارغ: اذكر التاريخين معًا، أو اتركهما معًا لكل الخرائط.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/series_base.py" />
   <source>{}: nothing is known from {} to {}; changes in that time are dated to its end.</source>
   <translation>{}: لا يُعرف شيء من {} إلى {}؛ والتغيّرات في تلك المدة مؤرخة بنهايتها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/series_base.py" />
   <source>{}: {!r} is no date.</source>
   <translation>{}: {!r} ليس تاريخًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesfromreports.py" />
   <source>A table or points: place, date, holder and source a row, with coordinates here or in Places.</source>
   <translation>جدول أو نقاط: في كل صف مكان وتاريخ ومسيطر ومصدر، والإحداثيات هنا أو في «الأماكن».</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesfromreports.py" />
   <source>Area of interest</source>
   <translation>منطقة الاهتمام</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesfromreports.py" />
   <source>Cells end there: beyond it the holder of a place says nothing.</source>
   <translation>هناك تنتهي الخلايا: وبعدها لا يقول مسيطر المكان شيئًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesfromreports.py" />
   <location filename="syria_control_plugin/resources/models/mapstoatlas.model3" />
   <source>Empty: found by its name.</source>
   <translation>فارغ: يُعرف من اسمه.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesfromreports.py" />
   <source>Field with the date</source>
   <translation>الحقل الذي فيه التاريخ</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesfromreports.py" />
   <source>Field with the holder</source>
   <translation>الحقل الذي فيه المسيطر</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesfromreports.py" />
   <source>Field with the latitude (of a table without points)</source>
   <translation>الحقل الذي فيه خط العرض (لجدول بلا نقاط)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesfromreports.py" />
   <source>Field with the longitude (of a table without points)</source>
   <translation>الحقل الذي فيه خط الطول (لجدول بلا نقاط)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesfromreports.py" />
   <source>Field with the place</source>
   <translation>الحقل الذي فيه المكان</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesfromreports.py" />
   <source>Field with the source</source>
   <translation>الحقل الذي فيه المصدر</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesfromreports.py" />
   <source>Greatest distance from a place in km (0: no limit)</source>
   <translation>أبعد مسافة عن المكان بالكيلومترات (0: بلا حد)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesfromreports.py" />
   <source>Makes territories where no map was ever published: from reports "place P passed to faction F on day D, says S". Each place stands for its Voronoi cell, cut at a distance from the place and at the area of interest; cells of one holder are merged. A report holds until the next report on the same place; a place before its first report is nobody's. Two holders reported for one place and day both hold it: contested.

The result is labelled derived. Input is one table with place, coordinates, date, holder and source a row, or a table of reports and a table of places with the same place ids.</source>
   <translation>يصنع مناطق سيطرة حيث لم تُنشر خريطة قط: من تقارير مثل «المكان م انتقل إلى الفصيل ف في اليوم ي، بحسب المصدر س». يمثل كلَّ مكان خلية فورونوي الخاصة به، مقطوعة عند مسافة من المكان وعند منطقة الاهتمام؛ وتُدمج خلايا المسيطر الواحد. يسري التقرير حتى التقرير التالي عن المكان نفسه؛ والمكان قبل أول تقرير عنه لا يسيطر عليه أحد. وإذا ذُكر مسيطران لمكان ويوم واحد فكلاهما مسيطر: أرض متنازع عليها.

والنتيجة موسومة بأنها مشتقة. والمدخلات جدول واحد في كل صف منه المكان والإحداثيات والتاريخ والمسيطر والمصدر، أو جدول تقارير وجدول أماكن لهما معرّفات الأماكن نفسها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesfromreports.py" />
   <source>Name of the series (empty: name of the table)</source>
   <translation>اسم السلسلة (فارغ: اسم الجدول)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesfromreports.py" />
   <location filename="syria_control_plugin/mapping/layers/layers.py" />
   <source>Places</source>
   <translation>الأماكن</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesfromreports.py" />
   <source>Points, or a table with coordinates, with the same place ids. Empty: the reports have coordinates.</source>
   <translation>نقاط، أو جدول له إحداثيات، بمعرّفات الأماكن نفسها. فارغ: الإحداثيات في التقارير.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesfromreports.py" />
   <source>Polygons at whose border all territories end. Empty: the distance alone ends them.</source>
   <translation>مضلعات تنتهي عند حدودها كل مناطق السيطرة. فارغ: المسافة وحدها تنهيها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesfromreports.py" />
   <location filename="syria_control_plugin/mapping/layers/layers.py" />
   <source>Reports</source>
   <translation>التقارير</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesfromreports.py" />
   <source>Reports of one name replace those that the case has under it.</source>
   <translation>تقارير الاسم الواحد تحل محل ما في الحالة بذلك الاسم.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesfromreports.py" />
   <source>Territories from reports</source>
   <translation>مناطق سيطرة من تقارير</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesfromreports.py" />
   <source>holder</source>
   <translation>مسيطر</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesfromreports.py" />
   <source>places</source>
   <translation>أماكن</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesfromreports.py" />
   <source>settlements</source>
   <translation>تجمعات سكنية</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesfromreports.py" />
   <source>thiessen</source>
   <translation>تيسن</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesfromreports.py" />
   <source>villages</source>
   <translation>قرى</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesfromreports.py" />
   <source>voronoi</source>
   <translation>فورونوي</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesondate.py" />
   <source>A date alone stands for its first moment.</source>
   <translation>التاريخ وحده يعني أول لحظة فيه.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesondate.py" />
   <source>Area in km²</source>
   <translation>المساحة بالكيلومتر المربع</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesondate.py" />
   <source>Date (UTC)</source>
   <translation>التاريخ (UTC)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesondate.py" />
   <source>Territories on a date</source>
   <translation>مناطق السيطرة في تاريخ</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesondate.py" />
   <source>Territories on the date</source>
   <translation>مناطق السيطرة في ذلك التاريخ</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesondate.py" />
   <source>The snapshot of a control series: the ground that each faction held on a date, with its ellipsoidal area. Periods are half-open: a territory is there at its start and gone at its end.

Input is the layer territories of a case, or any polygon layer with a faction and dates: a date field (rows of one date are one map, which holds until the next), or start and end fields.</source>
   <translation>لقطة من سلسلة سيطرة: الأرض التي سيطر عليها كل فصيل في تاريخ، مع مساحتها على الإهليلج. المدد نصف مفتوحة: تكون منطقة السيطرة موجودة في بدايتها وغير موجودة في نهايتها.

المدخلات طبقة ⁦territories⁩ من حالة، أو أي طبقة مضلعات فيها فصيل وتواريخ: حقل تاريخ (صفوف التاريخ الواحد خريطة واحدة تسري حتى التالية)، أو حقلا بداية ونهاية.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesondate.py" />
   <source>The territories that hold on the date.</source>
   <translation>مناطق السيطرة السارية في ذلك التاريخ.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesondate.py" />
   <source>filter</source>
   <translation>تصفية</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesondate.py" />
   <source>snapshot</source>
   <translation>لقطة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesondate.py" />
   <source>who held what</source>
   <translation>من سيطر على ماذا</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/vector_inputs.py" />
   <source>{!r}: has no layer number {}.</source>
   <translation>{!r}: ليس فيه طبقة رقمها {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/vector_inputs.py" />
   <source>{!r}: {} can't be used with a path. Add the file to the project and give the layer.</source>
   <translation>{!r}: لا يمكن استعمال {} مع مسار. أضف الملف إلى المشروع واذكر الطبقة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/vector_inputs.py" />
   <source>{}: the filter can't be read: {}</source>
   <translation>{}: تعذّرت قراءة التصفية: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/vector_inputs.py" />
   <source>{}: {!r} has no layer {!r}; its layers are: {}.</source>
   <translation>{}: ليس في {!r} الطبقة {!r}؛ طبقاته هي: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/vector_inputs.py" />
   <source>{}: {!r} has {} files. Give one of them.</source>
   <translation>{}: عدد الملفات في {!r} هو {}. اذكر واحدًا منها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/vector_inputs.py" />
   <source>{}: {!r} has {} layers; {!r} is read. Name another behind |layername=.</source>
   <translation>{}: عدد الطبقات في {!r} هو {}؛ وتُقرأ منها {!r}. اذكر غيرها بعد ⁦|layername=⁩.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/vector_inputs.py" />
   <source>{}: {!r} is not a CRS. Give a code such as EPSG:4326, or a layer of the project.</source>
   <translation>{}: {!r} ليس نظام إحداثيات. اذكر رمزًا مثل ⁦EPSG:4326⁩، أو طبقة من المشروع.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/vector_inputs.py" />
   <source>{}: {!r} is not a vector layer that can be read.</source>
   <translation>{}: {!r} ليس طبقة متجهية يمكن قراءتها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/vector_inputs.py" />
   <source>{}: {!r} is not an extent. Give west, east, south, north, or a layer of the project.</source>
   <translation>{}: {!r} ليس نطاقًا. اذكر الغرب والشرق والجنوب والشمال، أو طبقة من المشروع.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/vector_inputs.py" />
   <source>{}: {!r} takes more than {} s to read. Import it into a case, or add it to the project first.</source>
   <translation>{}: تستغرق قراءة {!r} أكثر من {} ثانية. استورده إلى حالة، أو أضفه إلى المشروع أولًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/vector_inputs.py" />
   <source>{}: {!r} {}</source>
   <translation>{}: {!r} {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/vector_inputs.py" />
   <location filename="syria_control_plugin/gui/corridors/filter.py" />
   <location filename="syria_control_plugin/mapping/layouts/foreign_templates.py" />
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <location filename="syria_control_plugin/sources/files/zips.py" />
   <source>{}: {}</source>
   <translation>{}: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/case.py" />
   <source>The case holds {!r:.60} where it should hold a date: mend it in QGIS. {}</source>
   <translation>في الحالة {!r:.60} حيث يجب أن يكون تاريخ: أصلحه في QGIS. {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/case.py" />
   <source>There is no case at {!r}.</source>
   <translation>لا توجد حالة في {!r}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/case.py" />
   <source>{!r} is damaged: its setting {!r} can't be read: {}. {}</source>
   <translation>الملف {!r} تالف: تعذّرت قراءة إعداده {!r}: {}. {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/case.py" />
   <source>{!r} is damaged: its setting {!r} is {!r:.60}. {}</source>
   <translation>{!r} تالف: إعداده {!r} هو {!r:.60}. {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/case.py" />
   <source>{!r} was not made by Syria Control. Choose another file.</source>
   <translation>لم تصنع Syria Control الملف {!r}. اختر ملفًا آخر.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/case.py" />
   <source>{!r}: its setting {!r}</source>
   <translation>{!r}: إعداده {!r}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/case.py" />
   <source>{!r}: row {} of {} crosses itself: mend it in QGIS.</source>
   <translation>{!r}: الصف {} من {} يقطع نفسه: أصلحه في QGIS.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/case.py" />
   <source>{!r}: row {} of {} has coordinates off the globe: correct it in QGIS.</source>
   <translation>{!r}: الصف {} من {} له إحداثيات خارج الكرة الأرضية: صححه في QGIS.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/case.py" />
   <source>{!r}: row {} of {} has no area: delete or mend it in QGIS.</source>
   <translation>{!r}: الصف {} من {} بلا مساحة: احذفه أو أصلحه في QGIS.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/catalogue.py" />
   <source>The aliases of faction {!r:.100} are no JSON list: {!r:.100}.</source>
   <translation>تهجئات الفصيل {!r:.100} ليست قائمة JSON: {!r:.100}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/catalogue.py" />
   <source>The case's table {} has a row that is no text: {!r:.100}. Mend it in QGIS.</source>
   <translation>في جدول الحالة {} صف ليس نصًا: {!r:.100}. أصلحه في QGIS.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/catalogue.py" />
   <source>There is no theme {!r}. Shipped are: {}; or give a .json file.</source>
   <translation>لا توجد سمة {!r}. المرفقة هي: {}؛ أو اذكر ملف ⁦.json⁩.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/catalogue.py" />
   <source>aliases of faction {!r:.100}</source>
   <translation>تهجئات الفصيل {!r:.100}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/catalogue.py" />
   <location filename="syria_control_plugin/case/editing.py" />
   <source>{!r}: {}</source>
   <translation>{!r}: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/corridors.py" />
   <source>The case has no corridor {}.</source>
   <translation>ليس في الحالة الممر {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/corridors.py" />
   <source>{!r} has no table {} as this plugin makes it. Search for corridors again.</source>
   <translation>ليس في {!r} الجدول {} كما تصنعه هذه الإضافة. ابحث عن الممرات من جديد.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/editing.py" />
   <source>Can't write into {!r}: {}. Choose another folder.</source>
   <translation>تعذّرت الكتابة في {!r}: {}. اختر مجلدًا آخر.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/editing.py" />
   <source>The folder {!r} does not exist. Make it or choose another.</source>
   <translation>المجلد {!r} غير موجود. أنشئه أو اختر غيره.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/editing.py" />
   <source>{!r} can't be written: {}. Is the disk full or write-protected?</source>
   <translation>تعذّرت كتابة {!r}: {}. هل القرص ممتلئ أو محمي من الكتابة؟</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/editing.py" />
   <source>{!r} is locked by another program. Close it there and try again.</source>
   <translation>برنامج آخر يقفل {!r}. أغلقه هناك وحاول من جديد.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/editing.py" />
   <source>{!r} was changed by somebody else meanwhile. Try again.</source>
   <translation>غيّر أحد آخر {!r} في هذه الأثناء. حاول من جديد.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/import_report.py" />
   <source>Claimed by {} and {} at once: up to {:.2f} km² on a date, kept as contested.</source>
   <translation>يطالب بها {} و{} معًا: حتى {:.2f} كم² في تاريخ واحد، حُفظت متنازعًا عليها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/import_report.py" />
   <location filename="syria_control_plugin/gui/imports/page.py" />
   <location filename="syria_control_plugin/gui/imports/report.py" />
   <source>File</source>
   <translation>الملف</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/import_report.py" />
   <source>Files: {} read, {} unchanged since an earlier import.</source>
   <translation>الملفات: المقروءة {}، غير المتغيّرة منذ استيراد سابق {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/import_report.py" />
   <source>Layer</source>
   <translation>الطبقة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/import_report.py" />
   <source>Maps: {} dated. Territories: {} added, {} ended or prolonged, {} removed.</source>
   <translation>الخرائط المؤرخة: {}. مناطق السيطرة: المضافة {}، المنتهية أو الممددة {}، المحذوفة {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/import_report.py" />
   <location filename="syria_control_plugin/gui/imports/report.py" />
   <source>Reason</source>
   <translation>السبب</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/import_report.py" />
   <location filename="syria_control_plugin/gui/imports/page.py" />
   <location filename="syria_control_plugin/gui/imports/report.py" />
   <source>Row</source>
   <translation>الصف</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/import_report.py" />
   <source>Rows: {} read, {} loaded, {} repaired, {} rejected.</source>
   <translation>الصفوف: المقروءة {}، المحمّلة {}، المُصلحة {}، المرفوضة {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/import_report.py" />
   <source>Unknown faction {!r}: {} rows; drawn in a spare colour.</source>
   <translation>فصيل غير معروف {!r}، وعدد صفوفه {}؛ يُرسم بلون احتياطي.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/import_report.py" />
   <location filename="syria_control_plugin/gui/imports/page.py" />
   <location filename="syria_control_plugin/gui/imports/report.py" />
   <source>Values</source>
   <translation>القيم</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/import_report.py" />
   <location filename="syria_control_plugin/gui/imports/report.py" />
   <source>What was done</source>
   <translation>ما جرى</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/import_report.py" />
   <location filename="syria_control_plugin/gui/imports/report.py" />
   <source>noted</source>
   <translation>مُلاحَظ</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/import_report.py" />
   <source>rejected</source>
   <translation>مرفوض</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/import_report.py" />
   <location filename="syria_control_plugin/gui/imports/report.py" />
   <source>repaired</source>
   <translation>مُصلح</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/import_report.py" />
   <source>{} overlaps below the tolerance, {:.4f} km² together.</source>
   <translation>التراكبات دون السماحية: {}، ومجموعها {:.4f} كم².</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/import_report.py" />
   <source>{}, row {}</source>
   <translation>{}، الصف {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/import_report.py" />
   <source>{}: {}: {}</source>
   <translation>{}: {}: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/limits.py" />
   <source>More than {} factions by {}: is this the faction? Choose another field, or raise the limit {} in QGIS's settings.</source>
   <translation>أكثر من {} فصيل بحسب {}: أهذا هو الفصيل؟ اختر حقلًا آخر، أو ارفع الحد {} في إعدادات QGIS.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/limits.py" />
   <source>row {}: field {!r} holds {} characters. Shorten it, or raise the limit of {} ({}) in QGIS's settings.</source>
   <translation>الصف {}: في الحقل {!r} {} محرفًا. اختصره، أو ارفع الحد وهو {} ({}) في إعدادات QGIS.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/limits.py" />
   <source>{}. A feature of it may take more than {} MB of memory: split it, save it as a GeoPackage, or raise the limit {} in QGIS's settings.</source>
   <translation>{}. قد يحتاج عنصر منه إلى أكثر من {} ميغابايت من الذاكرة: قسّمه، أو احفظه GeoPackage، أو ارفع الحد {} في إعدادات QGIS.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/limits.py" />
   <source>{}: JSON nested more than {} levels deep. Use another file, or raise the limit {} in QGIS's settings.</source>
   <translation>{}: JSON متداخل أكثر من {} مستوى. استعمل ملفًا آخر، أو ارفع الحد {} في إعدادات QGIS.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/limits.py" />
   <source>{}: can't be read: {}</source>
   <translation>{}: تعذّرت قراءته: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/limits.py" />
   <source>{}: not JSON in UTF-8: {}</source>
   <translation>{}: ليس JSON بترميز UTF-8: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/limits.py" />
   <source>{}: {:.0f} MB of JSON; the limit is {} MB. Use another file, or raise the limit {} in QGIS's settings.</source>
   <translation>{}: {:.0f} ميغابايت من JSON، والحد {} ميغابايت. استعمل ملفًا آخر، أو ارفع الحد {} في إعدادات QGIS.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/print_data.py" />
   <source>DATES: of {} nothing is known, there is no map then. Choose another date.</source>
   <translation>في DATES: لا يُعرف شيء عن {}، فلا خريطة حينئذ. اختر تاريخًا آخر.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/regular_files.py" />
   <source>a device, not a file: choose a file</source>
   <translation>جهاز وليس ملفًا: اختر ملفًا</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/regular_files.py" />
   <source>a folder, not a file: choose another path</source>
   <translation>مجلد وليس ملفًا: اختر مسارًا آخر</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/regular_files.py" />
   <source>a folder, not a file: delete it</source>
   <translation>مجلد وليس ملفًا: احذفه</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/regular_files.py" />
   <source>a folder, not a file: select the files in it</source>
   <translation>مجلد وليس ملفًا: اختر الملفات التي فيه</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/regular_files.py" />
   <source>a journal that names another file, which SQLite would delete: delete it</source>
   <translation>سجل (journal) يسمي ملفًا آخر، ولو تُرك لحذفت SQLite ذلك الملف: احذف السجل</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/regular_files.py" />
   <source>a link that leads out of the folder: copy its target into the folder, or select the target itself</source>
   <translation>رابط يقود إلى خارج المجلد: انسخ هدفه إلى المجلد، أو اختر الهدف نفسه</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/regular_files.py" />
   <source>a link that leads to itself: replace it with the file</source>
   <translation>رابط يقود إلى نفسه: ضع الملف مكانه</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/regular_files.py" />
   <source>a link to a file that does not exist: replace it with the file</source>
   <translation>رابط إلى ملف غير موجود: ضع الملف مكانه</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/regular_files.py" />
   <source>a link: delete it</source>
   <translation>رابط: احذفه</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/regular_files.py" />
   <source>a named pipe, not a file: choose a file</source>
   <translation>أنبوب مسمّى وليس ملفًا: اختر ملفًا</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/regular_files.py" />
   <source>a socket, not a file: choose a file</source>
   <translation>مقبس وليس ملفًا: اختر ملفًا</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/regular_files.py" />
   <source>an empty folder: a file geodatabase has files in it</source>
   <translation>مجلد فارغ: قاعدة البيانات الجغرافية الملفية فيها ملفات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/regular_files.py" />
   <source>can't be opened: {}. Check its permissions.</source>
   <translation>تعذّر فتحه: {}. تحقق من أذوناته.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/regular_files.py" />
   <source>its file {!r}: {}</source>
   <translation>ملفه {!r}: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/regular_files.py" />
   <source>the file does not exist any more: select it again</source>
   <translation>لم يعد الملف موجودًا: اختره من جديد</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/regular_files.py" />
   <source>the file {!r} beside it: {}</source>
   <translation>الملف {!r} إلى جانبه: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/schema.py" />
   <source>A row of {} can't be written: {}</source>
   <translation>تعذّرت كتابة صف من {}: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/schema.py" />
   <source>The case can't be written: {}. Is the disk full or write-protected?</source>
   <translation>تعذّرت كتابة الحالة: {}. هل القرص ممتلئ أو محمي من الكتابة؟</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/schema.py" />
   <source>{!r} can't be made: {}. Is the disk full or write-protected?</source>
   <translation>تعذّر إنشاء {!r}: {}. هل القرص ممتلئ أو محمي من الكتابة؟</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/schema.py" />
   <source>{!r} can't be opened: {}</source>
   <translation>تعذّر فتح {!r}: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/schema.py" />
   <source>{!r} has no table {}. Restore the case from a copy.</source>
   <translation>ليس في {!r} الجدول {}. استعد الحالة من نسخة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/themes.py" />
   <source>The theme {!r} has no class {!r}. Open the case again.</source>
   <translation>ليس في السمة {!r} الفئة {!r}. افتح الحالة من جديد.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/themes.py" />
   <location filename="syria_control_plugin/mapping/layouts/export.py" />
   <source>{!r} can't be written: {}</source>
   <translation>تعذّرت كتابة {!r}: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/themes.py" />
   <source>{!r} now has another theme. Open the case again.</source>
   <translation>صارت للملف {!r} سمة أخرى. افتح الحالة من جديد.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/trust.py" />
   <source>{!r} can't be a case: its name has to end in .gpkg, and its path has to be without |. Rename it.</source>
   <translation>لا يمكن أن يكون {!r} حالة: يجب أن ينتهي اسمه بـ ⁦.gpkg⁩، وألا يكون في مساره |. غيّر اسمه.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/trust.py" />
   <source>{!r} can't be read now: {}</source>
   <translation>لا يمكن الآن قراءة {!r}: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/trust.py" />
   <source>{!r} can't be read now: {}. Close it in other programs.</source>
   <translation>لا يمكن الآن قراءة {!r}: {}. أغلقه في البرامج الأخرى.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/trust.py" />
   <source>{!r} has triggers that this plugin did not make: {}. They would run with every change. Drop them in QGIS's browser (Execute SQL: DROP TRIGGER name), or get the case without them.</source>
   <translation>في {!r} مشغّلات (triggers) لم تصنعها هذه الإضافة: {}. وهي تعمل مع كل تغيير. احذفها في متصفح QGIS (⁦Execute SQL: DROP TRIGGER name⁩)، أو احصل على الحالة من دونها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/trust.py" />
   <source>{!r} is not a case: file is not a database. Choose another file.</source>
   <translation>{!r} ليس حالة: الملف ليس قاعدة بيانات. اختر ملفًا آخر.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/trust.py" />
   <source>{!r}: {} is not in EPSG:4326. Get the case anew, or restore it from a copy.</source>
   <translation>{!r}: {} ليس في EPSG:4326. احصل على الحالة من جديد، أو استعدها من نسخة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/trust.py" />
   <source>{!r}: {} {!r} {}. Get the case anew, or restore it from a copy.</source>
   <translation>{!r}: {} {!r} {}. احصل على الحالة من جديد، أو استعدها من نسخة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/control/changes.py" />
   <source>Faction {!r}: an id can't be empty, nor hold {!r}, which stands between the holders of contested ground. Give it another name in the layer.</source>
   <translation>الفصيل {!r}: لا يجوز أن يكون المعرّف فارغًا ولا أن يحوي {!r} الذي يفصل بين المسيطرين على أرض متنازع عليها. أعطه اسمًا آخر في الطبقة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/control/changes.py" />
   <source>Maps of several sources can't be compared, a change of source is no change of control: {}.</source>
   <translation>لا يمكن مقارنة خرائط من عدة مصادر، فتغيّر المصدر ليس تغيّرًا في السيطرة: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/control/control_changes.py" />
   <source>Give two different dates to compare, not {}.</source>
   <translation>اذكر تاريخين مختلفين للمقارنة، لا {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/control/control_changes.py" />
   <source>No source is known on two of the dates {}; {}.</source>
   <translation>لا مصدر معروف في تاريخين من التواريخ {}؛ {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/dates/parsing.py" />
   <source>Day and month can't be told apart in {}: give the date order, day-month-year (DMY) or month-day-year (MDY).</source>
   <translation>لا يمكن تمييز اليوم من الشهر في {}: اذكر ترتيب التاريخ، يوم-شهر-سنة (DMY) أو شهر-يوم-سنة (MDY).</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/dates/parsing.py" />
   <source>The date limits {} to {} are no span: swap or correct them.</source>
   <translation>حدّا التاريخ من {} إلى {} ليسا مدى: بدّل بينهما أو صحّحهما.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/dates/parsing.py" />
   <source>The name {} holds several dates ({}): leave one, or give the date.</source>
   <translation>في الاسم {} عدة تواريخ ({}): أبقِ واحدًا، أو اذكر التاريخ.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/dates/parsing.py" />
   <source>There is no date in the name {}: put one in, such as 2017-10-24, or give it.</source>
   <translation>لا تاريخ في الاسم {}: ضع فيه تاريخًا، مثل ⁦2017-10-24⁩، أو اذكره.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/dates/parsing.py" />
   <source>There is no date: fill it in or leave the row out.</source>
   <translation>لا تاريخ: املأه أو اترك الصف.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/dates/parsing.py" />
   <source>{} can only be {}, but the date order is {}: correct the date or the order.</source>
   <translation>لا يمكن أن يكون {} إلا {}، لكن ترتيب التاريخ هو {}: صحّح التاريخ أو الترتيب.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/dates/parsing.py" />
   <source>{} has a time zone that does not exist: correct it.</source>
   <translation>في {} منطقة زمنية لا وجود لها: صحّحها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/dates/parsing.py" />
   <source>{} has a year of two digits, which could be any century: write all four.</source>
   <translation>في {} سنة من رقمين، وقد تكون من أي قرن: اكتب الأرقام الأربعة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/dates/parsing.py" />
   <source>{} has no month {}: write it as year-month-day, 2017-10-24.</source>
   <translation>ليس في {} شهر رقمه {}: اكتبه سنة-شهر-يوم، ⁦2017-10-24⁩.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/dates/parsing.py" />
   <source>{} has no time of day that exists: correct it.</source>
   <translation>ليس في {} ساعة موجودة: صحّحها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/dates/parsing.py" />
   <source>{} is no date that can be read: write it as 2017-10-24 or 24 Oct 2017.</source>
   <translation>{} ليس تاريخًا يمكن قراءته: اكتبه هكذا ⁦2017-10-24⁩ أو ⁦24 Oct 2017⁩.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/dates/parsing.py" />
   <source>{} is no day: {} {} has no {}. Correct it.</source>
   <translation>{} ليس يومًا: ليس في {} {} يوم رقمه {}. صحّحه.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/dates/parsing.py" />
   <source>{} lies outside {}: correct the date or widen the limits.</source>
   <translation>{} يقع خارج {}: صحّح التاريخ أو وسّع الحدود.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/dates/parsing.py" />
   <source>{} may be {} {} or {} {} {}: give the date order, day-month-year (DMY) or month-day-year (MDY).</source>
   <translation>قد يكون {} هو {} {} أو {} {} {}: اذكر ترتيب التاريخ، يوم-شهر-سنة (DMY) أو شهر-يوم-سنة (MDY).</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/dates/periods.py" />
   <source>Row {}: a period needs a start.</source>
   <translation>الصف {}: تحتاج المدة إلى بداية.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/dates/periods.py" />
   <source>Row {}: the period ends ({}) before or as it starts ({}).</source>
   <translation>الصف {}: تنتهي المدة ({}) قبل أن تبدأ أو عند بدايتها ({}).</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/factions.py" />
   <source>A faction needs a {}: {!r:.200} has none.</source>
   <translation>يحتاج الفصيل إلى {}: وليس في {!r:.200} شيء منه.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/factions.py" />
   <source>Faction record {} has no id: {!r:.200}.</source>
   <translation>سجل الفصيل {} بلا معرّف: {!r:.200}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/factions.py" />
   <source>Faction {!r:.100} has an unknown key {!r:.100}.</source>
   <translation>في الفصيل {!r:.100} مفتاح غير معروف {!r:.100}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/factions.py" />
   <source>Faction {!r:.100}: alias {!r:.100} is no name.</source>
   <translation>الفصيل {!r:.100}: التهجئة {!r:.100} ليست اسمًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/factions.py" />
   <source>Faction {!r:.100}: aliases {!r:.100} are no list.</source>
   <translation>الفصيل {!r:.100}: التهجئات {!r:.100} ليست قائمة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/factions.py" />
   <source>Faction {!r:.100}: colour {!r:.100} is not #rrggbb.</source>
   <translation>الفصيل {!r:.100}: اللون {!r:.100} ليس بصيغة ⁦#rrggbb⁩.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/factions.py" />
   <source>Faction {!r:.100}: {} {!r:.100} is not text.</source>
   <translation>الفصيل {!r:.100}: {} {!r:.100} ليس نصًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/factions.py" />
   <source>No faction has the id {!r:.100}, only: {:.500}.</source>
   <translation>لا فصيل معرّفه {!r:.100}، وإنما: {:.500}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/factions.py" />
   <source>{!r:.100} is an id, name or alias both of faction {!r:.100} ({:.100}) and of faction {!r:.100} ({:.100}). Take it from one of them.</source>
   <translation>{!r:.100} معرّف أو اسم أو تهجئة للفصيل {!r:.100} ({:.100}) وللفصيل {!r:.100} ({:.100}) معًا. احذفه من أحدهما.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/factions.py" />
   <source>{!r:.100} is no list of factions.</source>
   <translation>{!r:.100} ليس قائمة فصائل.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/themes.py" />
   <source>held_by and earlier_held_by are both {!r:.100}.</source>
   <translation>القيمتان held_by وearlier_held_by كلتاهما {!r:.100}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/themes.py" />
   <source>it has to be exactly one of: faction, rule, is_contested.</source>
   <translation>يجب أن يكون واحدًا بالضبط من: ⁦faction, rule, is_contested⁩.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/themes.py" />
   <source>pattern {!r:.100} is none of {}.</source>
   <translation>النقش {!r:.100} ليس واحدًا من {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/themes.py" />
   <source>since {!r:.100} is no ISO date such as 2017-10-09.</source>
   <translation>القيمة since وهي {!r:.100} ليست تاريخًا بصيغة ISO مثل ⁦2017-10-09⁩.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/themes.py" />
   <source>{} is {}: contested ground has one class, apart from the rest.</source>
   <translation>{} من نوع {}: للأرض المتنازع عليها فئة واحدة، منفصلة عن غيرها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/themes.py" />
   <source>{} {!r:.100} is no length in mm.</source>
   <translation>{} {!r:.100} ليس طولًا بالمليمترات.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/themes.py" />
   <source>{} {!r:.100} is not #rrggbb.</source>
   <translation>{} {!r:.100} ليس بصيغة ⁦#rrggbb⁩.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/themes.py" />
   <source>{} {!r:.100} is not between {} and {} mm.</source>
   <translation>{} {!r:.100} ليس بين {} و{} مم.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/themes.py" />
   <source>{}: another class has the same {}, {!r:.200}.</source>
   <translation>{}: لفئة أخرى القيمة نفسها في {}، وهي {!r:.200}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/themes.py" />
   <source>{}: spare_fills is empty, a faction without a class would have no look.</source>
   <translation>{}: القائمة spare_fills فارغة، وعندئذ لا مظهر لفصيل بلا فئة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/themes.py" />
   <source>{}: unknown key {!r:.100}.</source>
   <translation>{}: مفتاح غير معروف {!r:.100}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/themes.py" />
   <source>{}: {!r:.100} is no record.</source>
   <translation>{}: {!r:.100} ليس سجلًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/themes.py" />
   <source>{}: {} is missing.</source>
   <translation>{}: المفتاح {} مفقود.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/themes.py" />
   <source>{}: {} {!r:.100} is no list.</source>
   <translation>{}: {} {!r:.100} ليس قائمة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/themes.py" />
   <source>{}{} {!r:.100} holds half a character.</source>
   <translation>{}{} {!r:.100} فيه نصف محرف.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/themes.py" />
   <source>{}{} {!r:.100} is no text.</source>
   <translation>{}{} {!r:.100} ليس نصًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/geometry/polygons.py" />
   <source>GeometryCollection: areas kept, other parts left out</source>
   <translation>مجموعة أشكال (GeometryCollection): أُبقيت المساحات، وتُركت الأجزاء الأخرى</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/geometry/polygons.py" />
   <source>coordinates that are not numbers</source>
   <translation>إحداثيات ليست أرقامًا</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/geometry/polygons.py" />
   <source>invalid {}: {}</source>
   <translation>{} غير سليم: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/geometry/polygons.py" />
   <source>{} without an area</source>
   <translation>{} بلا مساحة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/dialog.py" />
   <source>&amp;Open folder</source>
   <translation>فتح المجلد (&amp;O)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/dialog.py" />
   <source>Cance&amp;l the export</source>
   <translation>إلغاء التصدير (&amp;L)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/dialog.py" />
   <source>Drawing a frame</source>
   <translation>رسم إطار</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/dialog.py" />
   <source>E&amp;xport</source>
   <translation>تصدير (&amp;X)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/dialog.py" />
   <source>Make a film</source>
   <translation>صنع فيلم</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/dialog.py" />
   <source>Making a film</source>
   <translation>صنع الفيلم</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/dialog.py" />
   <source>Preview of one frame</source>
   <translation>معاينة إطار واحد</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/dialog.py" />
   <source>The export was cancelled. No film was made.</source>
   <translation>أُلغي التصدير. لم يُصنع فيلم.</translation>
  </message>
  <message numerus="yes">
   <location filename="syria_control_plugin/gui/animation/dialog.py" />
   <source>The film is in {}: %n frames.</source>
   <extracomment>For 1: The film is in {}: one frame.</extracomment>
   <translation>
    <numerusform>الفيلم في {}، بلا إطارات.</numerusform>
    <numerusform>الفيلم في {}: إطار واحد.</numerusform>
    <numerusform>الفيلم في {}: إطاران.</numerusform>
    <numerusform>الفيلم في {}: %n إطارات.</numerusform>
    <numerusform>الفيلم في {}: %n إطارًا.</numerusform>
    <numerusform>الفيلم في {}: %n إطار.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/form.py" />
   <source> frames per second</source>
   <translation> إطار في الثانية</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/form.py" />
   <source> s a step</source>
   <translation> ث للخطوة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/form.py" />
   <source>&amp;Extent</source>
   <translation>النطاق (&amp;E)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/form.py" />
   <source>&amp;File</source>
   <translation>الملف (&amp;F)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/form.py" />
   <source>&amp;Legend</source>
   <translation>مفتاح الخريطة (&amp;L)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/form.py" />
   <source>&amp;Mark ground that changed hands</source>
   <translation>تمييز الأرض التي انتقلت السيطرة عليها (&amp;M)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/form.py" />
   <source>&amp;Pace</source>
   <translation>الإيقاع (&amp;P)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/form.py" />
   <source>&amp;Steps</source>
   <translation>الخطوات (&amp;S)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/form.py" />
   <source>&amp;Text</source>
   <translation>النص (&amp;T)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/form.py" />
   <source>&amp;What</source>
   <translation>المحتوى (&amp;W)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/form.py" />
   <source>All of the ground</source>
   <translation>كل الأرض</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/form.py" />
   <source>As the map shows it now</source>
   <translation>كما تعرضه الخريطة الآن</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/form.py" />
   <source>Every so many days</source>
   <translation>كل عدد من الأيام</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/form.py" />
   <source>Every so many hours</source>
   <translation>كل عدد من الساعات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/form.py" />
   <source>Every so many weeks</source>
   <translation>كل عدد من الأسابيع</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/form.py" />
   <source>Let movements and corridors &amp;grow</source>
   <translation>رسم التحركات والممرات شيئًا فشيئًا (&amp;G)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/form.py" />
   <source>Print layout: {}</source>
   <translation>تخطيط الطباعة: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/form.py" />
   <source>Si&amp;ze</source>
   <translation>الحجم (&amp;Z)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/form.py" />
   <source>The dates of the data</source>
   <translation>تواريخ البيانات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/form.py" />
   <source>The map, with its layers as now</source>
   <translation>الخريطة بطبقاتها كما هي الآن</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/form.py" />
   <source>bottom left</source>
   <translation>أسفل اليسار</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/form.py" />
   <source>bottom right</source>
   <translation>أسفل اليمين</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/form.py" />
   <source>pixels</source>
   <translation>بكسل</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/form.py" />
   <source>top left</source>
   <translation>أعلى اليسار</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/form.py" />
   <source>top right</source>
   <translation>أعلى اليمين</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/form.py" />
   <source>{date} stands for the date of the frame; empty: no text</source>
   <translation>⁦{date}⁩ يحلّ محله تاريخ الإطار؛ فارغ: بلا نص</translation>
  </message>
  <message numerus="yes">
   <location filename="syria_control_plugin/gui/animation/job.py" />
   <source>%n frames</source>
   <extracomment>For 1: %n frame</extracomment>
   <translation>
    <numerusform>بلا إطارات</numerusform>
    <numerusform>إطار واحد</numerusform>
    <numerusform>إطاران</numerusform>
    <numerusform>%n إطارات</numerusform>
    <numerusform>%n إطارًا</numerusform>
    <numerusform>%n إطار</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="syria_control_plugin/gui/animation/job.py" />
   <source>%n steps</source>
   <extracomment>For 1: %n step</extracomment>
   <translation>
    <numerusform>بلا خطوات</numerusform>
    <numerusform>خطوة واحدة</numerusform>
    <numerusform>خطوتان</numerusform>
    <numerusform>%n خطوات</numerusform>
    <numerusform>%n خطوة</numerusform>
    <numerusform>%n خطوة</numerusform>
   </translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/job.py" />
   <source>The map shows no layers.</source>
   <translation>لا تعرض الخريطة أي طبقة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/job.py" />
   <source>The project has no print layout {!r} any more.</source>
   <translation>لم يعد في المشروع تخطيط الطباعة {!r}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/job.py" />
   <source>{} min</source>
   <translation>{} د</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/job.py" />
   <source>{} s</source>
   <translation>{} ث</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/job.py" />
   <source>{}, {}, {} long, very roughly {}.</source>
   <translation>{}، {}، المدة {}، والحجم بتقدير أولي جدًا {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/controllers/case_loader.py" />
   <source>Areas and changes of {}</source>
   <translation>مساحات {} وتغيّراتها</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/controllers/case_loader.py" />
   <location filename="syria_control_plugin/gui/imports/page.py" />
   <source>Case (*.gpkg)</source>
   <translation>حالة (⁦*.gpkg⁩)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/controllers/case_loader.py" />
   <source>Draws the layers by the styles in the file, unless they load or run anything.</source>
   <translation>يرسم الطبقات بالأنماط التي في الملف، ما لم تكن تحمّل شيئًا أو تشغّله.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/controllers/case_loader.py" />
   <source>Making the sample case</source>
   <translation>صنع الحالة النموذجية</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/controllers/case_loader.py" />
   <source>Open a case</source>
   <translation>فتح حالة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/controllers/case_loader.py" />
   <source>Opening {}</source>
   <translation>فتح {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/controllers/case_loader.py" />
   <source>The style of {} is not used. {}</source>
   <translation>لا يُستعمل نمط {}. {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/controllers/case_loader.py" />
   <source>Use these styles</source>
   <translation>استعمال هذه الأنماط</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/controllers/case_presenter.py" />
   <source>(some time since {}: nothing is known in between)</source>
   <translation>(في وقت ما منذ {}: لا يُعرف شيء عمّا بينهما)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/controllers/case_presenter.py" />
   <source>Areas are being computed…</source>
   <translation>جارٍ حساب المساحات…</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/controllers/case_presenter.py" />
   <source>Changes are being computed…</source>
   <translation>جارٍ حساب التغيّرات…</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/controllers/case_presenter.py" />
   <source>Map of {}: nothing changed hands</source>
   <translation>خريطة {}: لم تنتقل السيطرة على شيء</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/controllers/case_presenter.py" />
   <source>Map of {}: the first one; what changed is not known</source>
   <translation>خريطة {}: هي الأولى؛ لا يُعرف ما تغيّر</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/controllers/case_presenter.py" />
   <source>Map of {}: {} km² changed hands</source>
   <translation>خريطة {}: انتقلت السيطرة على {} كم²</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/controllers/case_presenter.py" />
   <source>No date is shown, or one before the first map.</source>
   <translation>لا تاريخ معروض، أو هو قبل أول خريطة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/controllers/case_presenter.py" />
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>On {}</source>
   <translation>في {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/controllers/case_presenter.py" />
   <source>The case has no territories.</source>
   <translation>لا مناطق سيطرة في هذه الحالة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/controllers/case_presenter.py" />
   <source>{} in ground of {}</source>
   <translation>{} في أرض {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/controllers/case_presenter.py" />
   <location filename="syria_control_plugin/gui/panel/changes.py" />
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <source>{} km</source>
   <translation>{} كم</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/controllers/corridor_controller.py" />
   <source>Searching for corridors</source>
   <translation>البحث عن الممرات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/controllers/corridor_controller.py" />
   <source>The corridors can't be read: {}</source>
   <translation>تعذّرت قراءة الممرات: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/controllers/corridor_controller.py" />
   <source>The events can't be read: {}</source>
   <translation>تعذّرت قراءة الأحداث: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/controllers/corridor_controller.py" />
   <source>The project has no layer of the corridors. Recalculate them, which adds it.</source>
   <translation>لا توجد في المشروع طبقة للممرات. أعد حسابها فتُضاف الطبقة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/controllers/corridor_controller.py" />
   <source>The search for corridors failed, nothing was changed: {}</source>
   <translation>فشل البحث عن الممرات، ولم يتغيّر شيء: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/controllers/date_controller.py" />
   <source>There is no map of {}. The one of {}, which holds until the next one, is shown.</source>
   <translation>لا توجد خريطة في {}. تُعرض خريطة {} السارية حتى التي تليها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/controllers/panel_controller.py" />
   <source>Areas and changes</source>
   <translation>المساحات والتغيّرات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/controllers/panel_controller.py" />
   <source>Areas and changes were not computed. Menu: Read the case again.</source>
   <translation>لم تُحسب المساحات والتغيّرات. القائمة: قراءة الحالة من جديد.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/controllers/style_controller.py" />
   <source>Colour of {}</source>
   <translation>لون {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/controllers/style_controller.py" />
   <source>Saving the theme</source>
   <translation>حفظ السمة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/controllers/style_controller.py" />
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>Theme (*.json)</source>
   <translation>سمة (⁦*.json⁩)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/controllers/style_controller.py" />
   <source>Theme {}</source>
   <translation>السمة {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/evidence.py" />
   <source>Choose a corridor to see what speaks for and against it.</source>
   <translation>اختر ممرًا لترى ما يؤيده وما ينفيه.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/evidence.py" />
   <location filename="syria_control_plugin/gui/corridors/table.py" />
   <source>Copy the sentences</source>
   <translation>نسخ الجمل</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/evidence.py" />
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source>Days</source>
   <translation>الأيام</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/evidence.py" />
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source>Event</source>
   <translation>الحدث</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/evidence.py" />
   <source>Events are being read…</source>
   <translation>جارٍ قراءة الأحداث…</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/evidence.py" />
   <source>Events matched to it: {}</source>
   <translation>الأحداث المطابقة له: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/evidence.py" />
   <source>Events matched to the corridor</source>
   <translation>الأحداث المطابقة للممر</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/evidence.py" />
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source>Id</source>
   <translation>المعرّف</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/evidence.py" />
   <source>No event is matched to it.</source>
   <translation>لا حدث مطابق له.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/evidence.py" />
   <source>Role</source>
   <translation>الدور</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/evidence.py" />
   <location filename="syria_control_plugin/gui/panel/header.py" />
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source>Source</source>
   <translation>المصدر</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/evidence.py" />
   <location filename="syria_control_plugin/gui/corridors/model.py" />
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source>km</source>
   <translation>كم</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/evidence.py" />
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source>{passage}, {days}</source>
   <translation>{passage}، {days}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/filter.py" />
   <location filename="syria_control_plugin/gui/imports/report.py" />
   <source>All</source>
   <translation>الكل</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/filter.py" />
   <location filename="syria_control_plugin/gui/corridors/model.py" />
   <source>Basis</source>
   <translation>الأساس</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/filter.py" />
   <source>Clear</source>
   <translation>مسح</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/filter.py" />
   <source>Corridors: words in any column</source>
   <translation>الممرات: كلمات في أي عمود</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/filter.py" />
   <location filename="syria_control_plugin/gui/corridors/model.py" />
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source>Host</source>
   <translation>الطرف المضيف</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/filter.py" />
   <location filename="syria_control_plugin/gui/corridors/model.py" />
   <source>Kind</source>
   <translation>النوع</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/filter.py" />
   <location filename="syria_control_plugin/gui/corridors/model.py" />
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source>Mover</source>
   <translation>الطرف المتحرّك</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/filter.py" />
   <source>Show all corridors</source>
   <translation>إظهار كل الممرات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/filter.py" />
   <location filename="syria_control_plugin/gui/corridors/model.py" />
   <source>Verdict</source>
   <translation>الحكم</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/filter.py" />
   <source>Words in any column</source>
   <translation>كلمات في أي عمود</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/filter.py" />
   <source>all</source>
   <translation>الكل</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/filter.py" />
   <source>not named</source>
   <translation>غير مسمّى</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/filter.py" />
   <source>{} of {} corridors</source>
   <translation>{} من {} من الممرات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/model.py" />
   <location filename="syria_control_plugin/gui/imports/page.py" />
   <location filename="syria_control_plugin/gui/timeline/transport.py" />
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source>Date</source>
   <translation>التاريخ</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/model.py" />
   <source>Length in km</source>
   <translation>الطول بالكيلومترات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/model.py" />
   <source>On the date shown</source>
   <translation>في التاريخ المعروض</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/model.py" />
   <source>{}, on the date shown</source>
   <translation>{}، في التاريخ المعروض</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/model.py" />
   <source>{}: {} km, {}, {}</source>
   <translation>{}: {} كم، {}، {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/page.py" />
   <location filename="syria_control_plugin/gui/panel/header.py" />
   <location filename="syria_control_plugin/gui/shapely_offer.py" />
   <source>Cancel</source>
   <translation>إلغاء</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/page.py" />
   <source>Import events…</source>
   <translation>استيراد الأحداث…</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/page.py" />
   <source>Import movements…</source>
   <translation>استيراد التحركات…</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/page.py" />
   <source>No corridor was found with these settings.</source>
   <translation>لم يُعثر على ممرات بهذه الإعدادات.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/page.py" />
   <source>Search for corridors</source>
   <translation>البحث عن الممرات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/page.py" />
   <source>Searching: %p %</source>
   <translation>جارٍ البحث: %p %</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/page.py" />
   <source>Settings of the search for corridors</source>
   <translation>إعدادات البحث عن الممرات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/page.py" />
   <source>Show what speaks for and against the corridor</source>
   <translation>عرض ما يؤيد الممر وما ينفيه</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/page.py" />
   <source>Territories, movements or events have changed since the search for corridors.</source>
   <translation>تغيّرت مناطق السيطرة أو التحركات أو الأحداث منذ البحث عن الممرات.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/page.py" />
   <source>The case has no clash events: of clashes nothing can be said.</source>
   <translation>لا أحداث اشتباك في هذه الحالة: لا يمكن قول شيء عن الاشتباكات.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/page.py" />
   <source>The case has no movements, and from its maps alone no corridor could be inferred.</source>
   <translation>لا تحركات في هذه الحالة، ولم يمكن استنتاج أي ممر من خرائطها وحدها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/page.py" />
   <source>The case has not been searched for corridors yet.</source>
   <translation>لم يُبحث بعد عن ممرات في هذه الحالة.</translation>
  </message>
  <message numerus="yes">
   <location filename="syria_control_plugin/gui/corridors/settings.py" />
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <source> days</source>
   <extracomment>For 1:  day</extracomment>
   <translation>
    <numerusform> يوم</numerusform>
    <numerusform> يوم</numerusform>
    <numerusform> يوم</numerusform>
    <numerusform> أيام</numerusform>
    <numerusform> يومًا</numerusform>
    <numerusform> يوم</numerusform>
   </translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/settings.py" />
   <location filename="syria_control_plugin/mapping/layers/corridor_styles.py" />
   <source> km</source>
   <translation> كم</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/settings.py" />
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <source> times</source>
   <translation> ضعف</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/settings.py" />
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <source>Area's width</source>
   <translation>عرض المنطقة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/settings.py" />
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <source>Borders off by</source>
   <translation>خطأ الحدود</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/settings.py" />
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <source>Clash within</source>
   <translation>اشتباك ضمن</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/settings.py" />
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <source>Covered within</source>
   <translation>تغطية ضمن</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/settings.py" />
   <source>Event data cover a passage where they have any event, of whatever parties, within this distance</source>
   <translation>تغطي بيانات الأحداث مرورًا حيث يوجد فيها أي حدث، أيًا كان أطرافه، ضمن هذه المسافة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/settings.py" />
   <source>Gained ground farther than this from the mover's own is taken to be reached through others</source>
   <translation>الأرض المكتسبة الأبعد من ذلك عن أرض الطرف المتحرّك يُعدّ الوصول إليها عبر أرض غيره</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/settings.py" />
   <source>Greatest distance in time of a clash from the passage</source>
   <translation>أبعد مدة بين الاشتباك والمرور</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/settings.py" />
   <source>Greatest distance of a clash from the path</source>
   <translation>أبعد مسافة للاشتباك عن المسار</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/settings.py" />
   <source>How far the borders of the maps may be off</source>
   <translation>كم قد تبعد حدود الخرائط عن الواقع</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/settings.py" />
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <source>Inferred: apart by</source>
   <translation>المستنتج: التباعد</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/settings.py" />
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <source>Inferred: detours</source>
   <translation>المستنتج: الالتفاف</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/settings.py" />
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <source>Least length</source>
   <translation>أقصر طول</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/settings.py" />
   <source>More</source>
   <translation>المزيد</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/settings.py" />
   <source>Recalculate</source>
   <translation>إعادة الحساب</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/settings.py" />
   <source>Shorter observed corridors are left out</source>
   <translation>الممرات المرصودة الأقصر من ذلك تُترك</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/settings.py" />
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <source>Strikes count as clashes</source>
   <translation>الضربات تُعدّ اشتباكات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/settings.py" />
   <source>Strikes from afar (air, artillery, mines) between the two sides decide too.</source>
   <translation>الضربات عن بُعد (جوية ومدفعية وألغام) بين الطرفين تحسم أيضًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/settings.py" />
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <source>Taken within</source>
   <translation>أُخذت خلال</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/settings.py" />
   <source>Time after the passage in which the mover may have taken the ground</source>
   <translation>المدة بعد المرور التي قد يكون الطرف المتحرّك أخذ الأرض خلالها</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/settings.py" />
   <source>Ways through others that are at most this much longer than the shortest are listed</source>
   <translation>تُسرد الطرق عبر أرض الآخرين التي لا تتجاوز أقصر طريق إلا بهذا القدر</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/settings.py" />
   <source>Width of the host's ground along the path</source>
   <translation>عرض أرض الطرف المضيف على طول المسار</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/settings.py" />
   <source>and within</source>
   <translation>وخلال</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/settings.py" />
   <source>… and within this time</source>
   <translation>… وخلال هذه المدة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/table.py" />
   <source>Open the attribute table</source>
   <translation>فتح جدول البيانات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/table.py" />
   <source>Zoom to it</source>
   <translation>التقريب إليه</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/dialog.py" />
   <source>&amp;Import</source>
   <translation>استيراد (&amp;I)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/dialog.py" />
   <source>Control &amp;maps</source>
   <translation>خرائط السيطرة (&amp;M)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/dialog.py" />
   <source>Imported. Files: {}, rows: {}, rows or files left out: {}.</source>
   <translation>تم الاستيراد. الملفات: {}، الصفوف: {}، الصفوف أو الملفات المتروكة: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/dialog.py" />
   <source>Importing control maps</source>
   <translation>استيراد خرائط السيطرة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/dialog.py" />
   <source>No case was made.</source>
   <translation>لم تُنشأ حالة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/dialog.py" />
   <source>Nothing has changed since an earlier import.</source>
   <translation>لم يتغيّر شيء منذ استيراد سابق.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/dialog.py" />
   <source>Re&amp;port</source>
   <translation>التقرير (&amp;P)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/dialog.py" />
   <source>Saving the report</source>
   <translation>حفظ التقرير</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/dialog.py" />
   <source>The case is as it was.</source>
   <translation>بقيت الحالة كما كانت.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/dialog.py" />
   <source>The import was cancelled.</source>
   <translation>أُلغي الاستيراد.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/dialog.py" />
   <source>The report is in {}.</source>
   <translation>التقرير في {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/inputs.py" />
   <source>&amp;Remove</source>
   <translation>إزالة (&amp;R)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/inputs.py" />
   <source>Add &amp;files…</source>
   <translation>إضافة ملفات (&amp;F)…</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/inputs.py" />
   <source>Add &amp;layers…</source>
   <translation>إضافة طبقات (&amp;L)…</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/inputs.py" />
   <source>Add f&amp;older…</source>
   <translation>إضافة مجلد (&amp;O)…</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/inputs.py" />
   <source>All files (*)</source>
   <translation>كل الملفات (*)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/inputs.py" />
   <source>Control maps</source>
   <translation>خرائط السيطرة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/inputs.py" />
   <source>Control maps to import</source>
   <translation>خرائط السيطرة المراد استيرادها</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/inputs.py" />
   <source>Drop files or a folder here, or press “Add folder…”</source>
   <translation>أفلت هنا ملفات أو مجلدًا، أو اضغط «إضافة مجلد…»</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/inputs.py" />
   <source>Folder with control maps</source>
   <translation>مجلد فيه خرائط سيطرة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/inputs.py" />
   <source>Layers with control maps</source>
   <translation>طبقات فيها خرائط سيطرة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/jobs.py" />
   <source>A new case.</source>
   <translation>حالة جديدة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/jobs.py" />
   <source>Adds to the case, which has: {}.</source>
   <translation>يُضاف إلى الحالة، وفيها: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/jobs.py" />
   <source>Choose where the case is to be kept.</source>
   <translation>اختر مكان حفظ الحالة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/jobs.py" />
   <source>Looking at control maps</source>
   <translation>النظر في خرائط السيطرة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/jobs.py" />
   <source>no territories yet</source>
   <translation>لا مناطق سيطرة بعد</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/page.py" />
   <source>C&amp;ase, new or existing</source>
   <translation>الحالة، جديدة أو موجودة (&amp;A)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/page.py" />
   <source>Case, new or existing</source>
   <translation>حالة، جديدة أو موجودة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/page.py" />
   <source>Days in those looked at: {}, {} to {}.</source>
   <translation>الأيام فيما نُظر فيه: {}، من {} إلى {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/page.py" />
   <source>Days: {}, {} to {}.</source>
   <translation>الأيام: {}، من {} إلى {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/page.py" />
   <source>Faction</source>
   <translation>الفصيل</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/page.py" />
   <source>Files: {}.</source>
   <translation>الملفات: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/page.py" />
   <source>First rows and what becomes of them</source>
   <translation>الصفوف الأولى وما يصير إليه كل منها</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/page.py" />
   <source>Layers: {}.</source>
   <translation>الطبقات: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/page.py" />
   <source>Looking…</source>
   <translation>جارٍ النظر…</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/page.py" />
   <source>No areas are in it: it is no control map. For clash events, movements and reports on places there are imports of their own in the Processing toolbox, under Syria Control.</source>
   <translation>ليس فيه مساحات: فليس خريطة سيطرة. لأحداث الاشتباك والتحركات والتقارير عن الأماكن عمليات استيراد خاصة بها في صندوق أدوات المعالجة، تحت Syria Control.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/page.py" />
   <source>No maps, not read: {} ({}).</source>
   <translation>ليست خرائط، لم تُقرأ: {} ({}).</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/page.py" />
   <source>Nothing of it can go in. {}</source>
   <translation>لا يمكن أن يدخل منه شيء. {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/page.py" />
   <source>Rows that go in: {}, repaired: {}. Rows or files left out: {}.</source>
   <translation>الصفوف الداخلة: {}، المُصلحة: {}. الصفوف أو الملفات المتروكة: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/page.py" />
   <source>Rows: {} in the {} looked at.</source>
   <translation>الصفوف: {} فيما نُظر فيه وعدده {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/page.py" />
   <source>Rows: {}.</source>
   <translation>الصفوف: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/page.py" />
   <source>There is no map in it.</source>
   <translation>ليس فيه أي خريطة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/page.py" />
   <source>Unknown faction “{}”: it gets a colour of its own. Its rows: {}.</source>
   <translation>فصيل غير معروف «{}»: يُعطى لونًا خاصًا به. صفوفه: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/page.py" />
   <source>What becomes of it</source>
   <translation>ما يصير إليه</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/page.py" />
   <source>goes in</source>
   <translation>يدخل</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/page.py" />
   <source>left out: {}</source>
   <translation>متروك: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/page.py" />
   <source>note: {}</source>
   <translation>ملاحظة: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/page.py" />
   <source>repaired: {}</source>
   <translation>مُصلح: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/report.py" />
   <source>&amp;Copy</source>
   <translation>نسخ (&amp;C)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/report.py" />
   <source>&amp;Filter</source>
   <translation>تصفية (&amp;F)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/report.py" />
   <source>&amp;Open the case</source>
   <translation>فتح الحالة (&amp;O)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/report.py" />
   <source>&amp;Save as HTML…</source>
   <translation>حفظ بصيغة HTML (&amp;S)…</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/report.py" />
   <source>File, row, reason or value</source>
   <translation>ملف أو صف أو سبب أو قيمة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/report.py" />
   <source>HTML (*.html)</source>
   <translation>⁦HTML (*.html)⁩</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/report.py" />
   <source>Save the report</source>
   <translation>حفظ التقرير</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/report.py" />
   <source>Summary of the import</source>
   <translation>خلاصة الاستيراد</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/report.py" />
   <source>left out</source>
   <translation>متروك</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/report.py" />
   <location filename="syria_control_plugin/gui/timeline/view.py" />
   <source>{} of {}</source>
   <translation>{} من {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>&amp;CRS</source>
   <translation>نظام الإحداثيات (&amp;C)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>&amp;Date</source>
   <translation>التاريخ (&amp;D)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>&amp;End</source>
   <translation>النهاية (&amp;E)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>&amp;Name of the source</source>
   <translation>اسم المصدر (&amp;N)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>&amp;Start</source>
   <translation>البداية (&amp;S)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>&amp;Who keeps ground claimed twice</source>
   <translation>لمن تبقى أرض يطالب بها اثنان (&amp;W)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>A map co&amp;unts at most</source>
   <translation>أقصى مدة لسريان الخريطة (&amp;U)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>As the data shows</source>
   <translation>كما تدل البيانات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>As the files say</source>
   <translation>كما تقول الملفات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>Choose or write a name</source>
   <translation>اختر اسمًا أو اكتبه</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>Da&amp;y and month</source>
   <translation>اليوم والشهر (&amp;Y)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>Day and month can't be told apart.</source>
   <translation>لا يمكن تمييز اليوم من الشهر.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>Day first: 24/10/2017</source>
   <translation>اليوم أولًا: ⁦24/10/2017⁩</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>Fac&amp;tion</source>
   <translation>الفصيل (&amp;T)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>Factions, comma-separated; the first wins.</source>
   <translation>فصائل تفصل بينها فواصل؛ الأول هو الغالب.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>Field “{}”</source>
   <translation>الحقل «{}»</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>Found in the data</source>
   <translation>وُجد في البيانات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <location filename="syria_control_plugin/gui/panel/header.py" />
   <source>From a file…</source>
   <translation>من ملف…</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>Month first: 10/24/2017</source>
   <translation>الشهر أولًا: ⁦10/24/2017⁩</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>More settings</source>
   <translation>إعدادات أخرى</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>Name of its folder or group</source>
   <translation>اسم مجلده أو مجموعته</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>Name of the file or layer</source>
   <translation>اسم الملف أو الطبقة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>Name of the folder</source>
   <translation>اسم المجلد</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>Nobody: it is kept for both and marked contested</source>
   <translation>لا أحد: تُحفظ للطرفين وتُوسم متنازعًا عليها</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>None</source>
   <translation>لا شيء</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>Not found: choose the field, or put the date into the names of the files.</source>
   <translation>غير موجود: اختر الحقل، أو ضع التاريخ في أسماء الملفات.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>Not in the data: choose who holds the ground, or the field that says it.</source>
   <translation>ليس في البيانات: اختر من يسيطر على الأرض، أو الحقل الذي يذكره.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>One for all the ground</source>
   <translation>واحد لكل الأرض</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>Start and end fields</source>
   <translation>حقلا البداية والنهاية</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>T&amp;heme</source>
   <translation>السمة (&amp;H)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>The case's own, else the default</source>
   <translation>سمة الحالة، وإلا فالسمة الافتراضية</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>The end is the last day held</source>
   <translation>النهاية هي آخر يوم من السيطرة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>Until the next map, or as in the last import</source>
   <translation>حتى الخريطة التالية، أو كما في آخر استيراد</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>chosen here, for files that name none</source>
   <translation>اختير هنا، للملفات التي لا تذكر نظامًا</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>from {value}, “{text}” in the field “{field}”, to the field “{end}”</source>
   <translation>من {value}، «{text}» في الحقل «{field}»، إلى الحقل «{end}»</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>none named: lon/lat is tried</source>
   <translation>لم يُذكر نظام: تُجرَّب خطوط الطول والعرض</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>unknown</source>
   <translation>غير معروف</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>{value} for all the ground</source>
   <translation>{value} لكل الأرض</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>{value} from the name “{text}”</source>
   <translation>{value} من الاسم «{text}»</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>{value} from “{text}” in the field “{field}”</source>
   <translation>{value} من «{text}» في الحقل «{field}»</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>{value} from “{text}”, which the file says of itself as “{field}”</source>
   <translation>{value} من «{text}» الذي يذكره الملف عن نفسه باسم «{field}»</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>“{}” can be read in two ways. Which day is it?</source>
   <translation>«{}» يُقرأ على وجهين. أي يوم هو؟</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/model_copies.py" />
   <source>Change a Copy in the Model Designer…</source>
   <translation>تغيير نسخة في مصمم النماذج…</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/area_chart.py" />
   <source>Axis starts at zero</source>
   <translation>المحور يبدأ من الصفر</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/area_chart.py" />
   <source>Left and Right go to the previous and next date.</source>
   <translation>مفتاحا اليسار واليمين ينقلان إلى التاريخ السابق والتالي.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/area_chart.py" />
   <location filename="syria_control_plugin/gui/panel/changes.py" />
   <location filename="syria_control_plugin/gui/panel/classes.py" />
   <location filename="syria_control_plugin/mapping/layouts/area_table.py" />
   <source>km²</source>
   <translation>كم²</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/area_chart.py" />
   <source>{} smaller classes not shown</source>
   <translation>فئات أصغر غير معروضة: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/changes.py" />
   <source>Corridor</source>
   <translation>الممر</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/changes.py" />
   <source>Corridors in the time of this map: {}</source>
   <translation>الممرات في زمن هذه الخريطة: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/changes.py" />
   <source>Events reported for the day: {}</source>
   <translation>الأحداث المبلّغ عنها لهذا اليوم: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/changes.py" />
   <source>From</source>
   <translation>من</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/changes.py" />
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>Length</source>
   <translation>الطول</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/changes.py" />
   <source>Place</source>
   <translation>المكان</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/changes.py" />
   <source>Reported between</source>
   <translation>أُبلغ عنه بين</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/changes.py" />
   <source>Reported events</source>
   <translation>الأحداث المبلّغ عنها</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/changes.py" />
   <source>The day is not known precisely.</source>
   <translation>اليوم غير معروف بدقة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/changes.py" />
   <source>To</source>
   <translation>إلى</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/changes.py" />
   <source>What changed</source>
   <translation>ما تغيّر</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/changes.py" />
   <source>{} → {}: {} km²</source>
   <translation>{} ← {}: {} كم²</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/classes.py" />
   <source>Area on the date shown, and its share of all ground that is held</source>
   <translation>المساحة في التاريخ المعروض، وحصتها من كل الأرض الخاضعة للسيطرة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/classes.py" />
   <location filename="syria_control_plugin/mapping/layouts/layouts.py" />
   <source>Change</source>
   <translation>التغيّر</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/classes.py" />
   <source>Change of the area since the map before, in km²</source>
   <translation>تغيّر المساحة منذ الخريطة السابقة، بالكيلومتر المربع</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/classes.py" />
   <source>Change the words</source>
   <translation>تغيير الكلمات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/classes.py" />
   <source>Class</source>
   <translation>الفئة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/classes.py" />
   <source>Colour…</source>
   <translation>اللون…</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/classes.py" />
   <source>Derived: lies within the ground of the classes above</source>
   <translation>مشتقّ: يقع داخل أرض الفئات التي فوقه</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/classes.py" />
   <source>Double-click or F2 to change the words</source>
   <translation>انقر مرتين أو اضغط F2 لتغيير الكلمات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/classes.py" />
   <source>Factions on the date shown</source>
   <translation>الفصائل في التاريخ المعروض</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/classes.py" />
   <location filename="syria_control_plugin/gui/panel/header.py" />
   <source>Reset to the theme</source>
   <translation>العودة إلى السمة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/classes.py" />
   <source>Show all</source>
   <translation>إظهار الكل</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/classes.py" />
   <source>Show only this</source>
   <translation>إظهار هذه وحدها</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/classes.py" />
   <source>Since the map before: {} km²</source>
   <translation>منذ الخريطة السابقة: {} كم²</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/classes.py" />
   <source>Whether the class is drawn, and its colour</source>
   <translation>هل تُرسم الفئة، ولونها</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/classes.py" />
   <location filename="syria_control_plugin/gui/timeline/view.py" />
   <location filename="syria_control_plugin/mapping/layers/change_styles.py" />
   <source>{} km²</source>
   <translation>{} كم²</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/classes.py" />
   <source>{} of all ground that is held</source>
   <translation>{} من كل الأرض الخاضعة للسيطرة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/header.py" />
   <source>Case and settings</source>
   <translation>الحالة والإعدادات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/header.py" />
   <source>Help</source>
   <translation>مساعدة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/header.py" />
   <location filename="syria_control_plugin/gui/panel/panel.py" />
   <location filename="syria_control_plugin/plugin.py" />
   <source>Import control maps…</source>
   <translation>استيراد خرائط السيطرة…</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/header.py" />
   <source>Make a film…</source>
   <translation>صنع فيلم…</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/header.py" />
   <location filename="syria_control_plugin/gui/panel/panel.py" />
   <location filename="syria_control_plugin/plugin.py" />
   <source>Open a case…</source>
   <translation>فتح حالة…</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/header.py" />
   <location filename="syria_control_plugin/gui/panel/panel.py" />
   <location filename="syria_control_plugin/plugin.py" />
   <source>Open the sample case</source>
   <translation>فتح الحالة النموذجية</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/header.py" />
   <source>Print</source>
   <translation>طباعة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/header.py" />
   <source>Read the case again</source>
   <translation>قراءة الحالة من جديد</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/header.py" />
   <source>Show the date on the map</source>
   <translation>إظهار التاريخ على الخريطة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/header.py" />
   <source>Source whose figures are shown; sources are never mixed</source>
   <translation>المصدر الذي تُعرض أرقامه؛ لا تُخلط المصادر أبدًا</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/header.py" />
   <source>Takes back all colours and words that were changed here</source>
   <translation>يتراجع عن كل الألوان والكلمات التي غُيّرت هنا</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/header.py" />
   <source>Zoom to the case</source>
   <translation>التقريب إلى الحالة</translation>
  </message>
  <message numerus="yes">
   <location filename="syria_control_plugin/gui/panel/layout_actions.py" />
   <source>%n layouts are in the project.</source>
   <extracomment>For 1: One layout is in the project.</extracomment>
   <translation>
    <numerusform>لا تخطيط في المشروع.</numerusform>
    <numerusform>في المشروع تخطيط واحد.</numerusform>
    <numerusform>في المشروع تخطيطان.</numerusform>
    <numerusform>في المشروع %n تخطيطات.</numerusform>
    <numerusform>في المشروع %n تخطيطًا.</numerusform>
    <numerusform>في المشروع %n تخطيط.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/layout_actions.py" />
   <source>Atlas by date</source>
   <translation>أطلس بحسب التاريخ</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/layout_actions.py" />
   <source>Evidence sheet</source>
   <translation>ورقة أدلة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/layout_actions.py" />
   <source>First and last map side by side</source>
   <translation>أول خريطة وآخر خريطة جنبًا إلى جنب</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/layout_actions.py" />
   <source>Map of this date</source>
   <translation>خريطة هذا التاريخ</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/layout_actions.py" />
   <source>Print layout of {}</source>
   <translation>تخطيط طباعة {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/layout_actions.py" />
   <source>Small maps of all dates</source>
   <translation>خرائط صغيرة لكل التواريخ</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/layout_actions.py" />
   <source>There is no case to print: open one first.</source>
   <translation>لا حالة للطباعة: افتح حالة أولًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/layout_actions.py" />
   <source>{} more are not named here.</source>
   <translation>وما لم يُذكر هنا عدده {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/panel.py" />
   <source>A GeoPackage that Syria Control made.</source>
   <translation>ملف GeoPackage صنعته إضافة Syria Control.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/panel.py" />
   <location filename="syria_control_plugin/mapping/layers/layers.py" />
   <location filename="syria_control_plugin/mapping/layouts/printing.py" />
   <source>Control</source>
   <translation>السيطرة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/panel.py" />
   <source>Dated maps of who held which ground: see the changes, play them, measure them.</source>
   <translation>خرائط مؤرخة لمن سيطر على أي أرض: شاهد التغيّرات، وشغّلها، وقِسها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/panel.py" />
   <source>Dated maps of your own: a folder of files, layers, a table with dates.</source>
   <translation>خرائطك المؤرخة: مجلد ملفات، أو طبقات، أو جدول فيه تواريخ.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/panel.py" />
   <source>North-east Hama, October 2017: schematic, from reports on places.</source>
   <translation>شمال شرقي حماة، تشرين الأول/أكتوبر 2017: تخطيطية، مبنية على تقارير عن أماكن.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/panel.py" />
   <source>Syria Control</source>
   <translation>Syria Control</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/shapely_offer.py" />
   <source>Checking pip for Syria Control</source>
   <translation>فحص pip لإضافة Syria Control</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/shapely_offer.py" />
   <source>Install</source>
   <translation>تثبيت</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/shapely_offer.py" />
   <location filename="syria_control_plugin/plugin.py" />
   <source>Install Shapely…</source>
   <translation>تثبيت Shapely…</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/shapely_offer.py" />
   <source>Installing Shapely for Syria Control</source>
   <translation>تثبيت Shapely لإضافة Syria Control</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/shapely_offer.py" />
   <source>Installing Shapely into your QGIS profile…</source>
   <translation>جارٍ تثبيت Shapely في ملف تعريف QGIS الخاص بك…</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/shapely_offer.py" />
   <source>QGIS's Python downloads one file of about 3 MB from the Python Package Index:
{}</source>
   <translation>ينزّل Python الخاص بـ QGIS ملفًا واحدًا حجمه نحو 3 ميغابايت من فهرس حزم Python:
{}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/shapely_offer.py" />
   <source>Shapely is installed into this folder of your QGIS profile, and nothing else is changed. To uninstall it, delete the folder.
{}</source>
   <translation>تُثبَّت Shapely في هذا المجلد من ملف تعريف QGIS الخاص بك، ولا يتغيّر شيء آخر. لإلغاء التثبيت احذف المجلد.
{}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/shapely_offer.py" />
   <source>Shapely is installed, but can't be loaded: {}</source>
   <translation>ثُبّتت Shapely، لكن لا يمكن تحميلها: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/shapely_offer.py" />
   <source>Shapely is installed. Restart QGIS to use it: an older version is loaded.</source>
   <translation>ثُبّتت Shapely. أعد تشغيل QGIS لاستعمالها: ما زالت نسخة أقدم محمّلة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/shapely_offer.py" />
   <source>Shapely is installed. The panel, menu and toolbox are available now.</source>
   <translation>ثُبّتت Shapely. اللوحة والقائمة وصندوق الأدوات متاحة الآن.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/shapely_offer.py" />
   <source>The file is installed only if its SHA-256 hash is one of those shipped with the plugin.</source>
   <translation>لا يُثبَّت الملف إلا إذا كانت بصمته SHA-256 من البصمات المرفقة بالإضافة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/shapely_offer.py" />
   <source>Use the connection settings of your pip configuration: {}</source>
   <translation>استعمال إعدادات الاتصال المذكورة في إعدادات pip لديك: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/shapely_offer.py" />
   <source>Use the index of your pip configuration: {}</source>
   <translation>استعمال الفهرس المذكور في إعدادات pip لديك: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/shapely_offer.py" />
   <source>Your pip configuration has other connection settings; they are used only if you check the box below.</source>
   <translation>في إعدادات pip لديك إعدادات اتصال أخرى؛ لا تُستعمل إلا إذا وضعت علامة في المربع أدناه.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/shapely_offer.py" />
   <source>Your pip configuration names another index:
{}
It is used only if you check the box below; the same hashes apply.</source>
   <translation>تذكر إعدادات pip لديك فهرسًا آخر:
{}
لا يُستعمل إلا إذا وضعت علامة في المربع أدناه؛ وتسري البصمات نفسها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/shapely_offer.py" />
   <source>certificates {}</source>
   <translation>الشهادات {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/shapely_offer.py" />
   <source>client certificate {}</source>
   <translation>شهادة العميل {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/shapely_offer.py" />
   <source>proxy {}</source>
   <translation>الوكيل {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/shapely_offer.py" />
   <source>{}

Install Shapely {} now?</source>
   <translation>{}

هل تُثبَّت Shapely {} الآن؟</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/tasks.py" />
   <source>Cance&amp;l the import</source>
   <translation>إلغاء الاستيراد (&amp;L)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/tasks.py" />
   <source>Cancelling…</source>
   <translation>جارٍ الإلغاء…</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/tasks.py" />
   <source>It broke off by an error in the program; the log of Python errors has the details.</source>
   <translation>انقطع العمل بسبب خطأ في البرنامج؛ التفاصيل في سجل أخطاء Python.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/tasks.py" />
   <source>about {} min left</source>
   <translation>بقي نحو {} د</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/tasks.py" />
   <source>about {} s left</source>
   <translation>بقي نحو {} ث</translation>
  </message>
  <message numerus="yes">
   <location filename="syria_control_plugin/gui/timeline/timeline.py" />
   <source>One of %n dates here: zoom in with the wheel</source>
   <extracomment>For 1: The only date here</extracomment>
   <translation>
    <numerusform>التاريخ الوحيد هنا</numerusform>
    <numerusform>التاريخ الوحيد هنا</numerusform>
    <numerusform>أحد تاريخين هنا: قرّب بعجلة الفأرة</numerusform>
    <numerusform>أحد %n تواريخ هنا: قرّب بعجلة الفأرة</numerusform>
    <numerusform>أحد %n تاريخًا هنا: قرّب بعجلة الفأرة</numerusform>
    <numerusform>أحد %n تاريخ هنا: قرّب بعجلة الفأرة</numerusform>
   </translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/timeline/timeline.py" />
   <source>not shown, outside of the maps' dates: {} before, {} after</source>
   <translation>غير معروضة، خارج تواريخ الخرائط: {} قبلها، {} بعدها</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/timeline/transport.py" />
   <source>Date shown on the map (UTC): type one and press Enter</source>
   <translation>التاريخ المعروض على الخريطة (UTC): اكتب تاريخًا واضغط Enter</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/timeline/transport.py" />
   <source>Loop</source>
   <translation>تكرار</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/timeline/transport.py" />
   <source>Next change</source>
   <translation>التغيّر التالي</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/timeline/transport.py" />
   <source>Next map</source>
   <translation>الخريطة التالية</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/timeline/transport.py" />
   <source>Pause</source>
   <translation>إيقاف مؤقت</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/timeline/transport.py" />
   <source>Play</source>
   <translation>تشغيل</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/timeline/transport.py" />
   <source>Previous change</source>
   <translation>التغيّر السابق</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/timeline/transport.py" />
   <source>Previous map</source>
   <translation>الخريطة السابقة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/timeline/transport.py" />
   <source>Speed</source>
   <translation>السرعة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/timeline/transport.py" />
   <source>Speed of play in maps a second</source>
   <translation>سرعة التشغيل بعدد الخرائط في الثانية</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/timeline/transport.py" />
   <source>Start again after the last map</source>
   <translation>البدء من جديد بعد آخر خريطة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/timeline/transport.py" />
   <source>{} /s</source>
   <translation>{}/ث</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/timeline/transport.py" />
   <source>{} maps a second</source>
   <translation>{} خريطة في الثانية</translation>
  </message>
  <message numerus="yes">
   <location filename="syria_control_plugin/gui/timeline/view.py" />
   <source>%n dates; none is shown</source>
   <extracomment>For 1: %n date, which is not shown</extracomment>
   <translation>
    <numerusform>لا تواريخ</numerusform>
    <numerusform>تاريخ واحد، وهو غير معروض</numerusform>
    <numerusform>تاريخان؛ لا يُعرض أي منهما</numerusform>
    <numerusform>%n تواريخ؛ لا يُعرض أي منها</numerusform>
    <numerusform>%n تاريخًا؛ لا يُعرض أي منها</numerusform>
    <numerusform>%n تاريخ؛ لا يُعرض أي منها</numerusform>
   </translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/timeline/view.py" />
   <source>Clashes</source>
   <translation>الاشتباكات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/timeline/view.py" />
   <source>No dates</source>
   <translation>لا تواريخ</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/timeline/view.py" />
   <source>Timeline of the maps</source>
   <translation>الخط الزمني للخرائط</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/timeline/view.py" />
   <source>how much ground changed hands is not known</source>
   <translation>لا يُعرف كم من الأرض انتقلت السيطرة عليه</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/timeline/view.py" />
   <source>no ground changed hands</source>
   <translation>لم تنتقل السيطرة على أي أرض</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/timeline/view.py" />
   <source>{} km² changed hands</source>
   <translation>انتقلت السيطرة على {} كم²</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/user_guide.py" />
   <source>No browser could be started. The user guide is the file {}.</source>
   <translation>تعذّر تشغيل متصفح. دليل المستخدم هو الملف {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/user_guide.py" />
   <location filename="syria_control_plugin/plugin.py" />
   <source>User guide</source>
   <translation>دليل المستخدم</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/animation.py" />
   <source>A film of {} frames per second: give a number above 0 and up to {}.</source>
   <translation>فيلم بسرعة {} إطار في الثانية: اذكر عددًا أكبر من 0 ولا يتجاوز {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/animation.py" />
   <source>A step held for {} seconds: give a number above 0 and up to 3600.</source>
   <translation>خطوة تبقى {} ثانية: اذكر عددًا أكبر من 0 ولا يتجاوز 3600.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/ffmpeg.py" />
   <source>MP4 and WebM need the program ffmpeg, which was not found. Install it ({}) and start QGIS again, or give its path; or choose a file name that ends in .gif or .webp, which need no ffmpeg.</source>
   <translation>يحتاج MP4 وWebM إلى برنامج ffmpeg، ولم يُعثر عليه. ثبّته ({}) وشغّل QGIS من جديد، أو اذكر مساره؛ أو اختر اسم ملف ينتهي بـ ⁦.gif⁩ أو ⁦.webp⁩، فلا حاجة بهما إلى ffmpeg.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/ffmpeg.py" />
   <source>The ffmpeg at {} has none of the encoders {}: install a full build of ffmpeg.</source>
   <translation>برنامج ffmpeg في {} ليس فيه أي من المرمّزات {}: ثبّت نسخة كاملة من ffmpeg.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/ffmpeg.py" />
   <source>There is no program {!r}.</source>
   <translation>لا يوجد برنامج {!r}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/ffmpeg.py" />
   <source>brew install ffmpeg</source>
   <translation>⁦brew install ffmpeg⁩</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/ffmpeg.py" />
   <source>ffmpeg ({}) could not write the film: {}</source>
   <translation>لم يستطع ffmpeg ({}) كتابة الفيلم: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/ffmpeg.py" />
   <source>the package ffmpeg of your distribution, such as apt install ffmpeg</source>
   <translation>الحزمة ffmpeg من توزيعتك، مثلًا ⁦apt install ffmpeg⁩</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/ffmpeg.py" />
   <source>winget install ffmpeg, or from https://ffmpeg.org/download.html</source>
   <translation>⁦winget install ffmpeg⁩، أو من ⁦https://ffmpeg.org/download.html⁩</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/ffmpeg.py" />
   <location filename="syria_control_plugin/sources/qgis_python.py" />
   <source>{} can't be started: {}</source>
   <translation>تعذّر تشغيل {}: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/layout_scene.py" />
   <source>The atlas has no page for {}: begin the film later.</source>
   <translation>ليس في الأطلس صفحة لـ {}: ابدأ الفيلم بعد ذلك.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/layout_scene.py" />
   <source>The layout {!r} can't be drawn.</source>
   <translation>تعذّر رسم التخطيط {!r}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/layout_scene.py" />
   <source>The layout {!r} can't be filmed: it is an evidence sheet, of one passage.</source>
   <translation>لا يمكن تصوير التخطيط {!r}: هو ورقة أدلة لمرور واحد.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/layout_scene.py" />
   <source>The layout {!r} can't be filmed: its maps are of several dates, and in a film all would show the same. Film an atlas by date, or a layout of one date.</source>
   <translation>لا يمكن تصوير التخطيط {!r}: خرائطه لعدة تواريخ، وستعرض كلها في الفيلم التاريخ نفسه. صوّر أطلسًا بحسب التاريخ، أو تخطيطًا لتاريخ واحد.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/layout_scene.py" />
   <source>The layout {!r} has no map with a time: switch on its temporal range.</source>
   <translation>ليس في التخطيط {!r} خريطة لها زمن: فعّل مداها الزمني.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/layout_scene.py" />
   <source>The layout {!r} has no page.</source>
   <translation>ليس في التخطيط {!r} أي صفحة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/layout_scene.py" />
   <source>The table {!r} is left out: its rows are of one date. Film an atlas by date to have it.</source>
   <translation>تُرك الجدول {!r}: صفوفه تخص تاريخًا واحدًا. صوّر أطلسًا بحسب التاريخ ليظهر.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/legend.py" />
   <source>Hatched in white: changed hands since the step before.</source>
   <translation>المظلل بالأبيض: انتقلت السيطرة عليه منذ الخطوة السابقة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/map_scene.py" />
   <source>The layer {!r} can't be shown in {}: {}</source>
   <translation>لا يمكن عرض الطبقة {!r} بنظام {}: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/map_scene.py" />
   <source>There are no layers to film.</source>
   <translation>لا طبقات للتصوير.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/map_scene.py" />
   <source>There is no extent to film: the layers are empty, or no extent was given.</source>
   <translation>لا نطاق للتصوير: الطبقات فارغة، أو لم يُذكر نطاق.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/map_scene.py" />
   <source>There is no room for a legend that could be read: make the film larger.</source>
   <translation>لا مكان لمفتاح خريطة يمكن قراءته: كبّر الفيلم.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/pillow.py" />
   <source>GIF and WebP need the Python package Pillow, which comes with most QGIS installations: install it (on Debian and Ubuntu: python3-pil), or choose .mp4, .webm or .png.</source>
   <translation>يحتاج GIF وWebP إلى حزمة Python المسماة Pillow، وهي مرفقة بمعظم نسخ QGIS: ثبّتها (في Debian وUbuntu: ⁦python3-pil⁩)، أو اختر ⁦.mp4⁩ أو ⁦.webm⁩ أو ⁦.png⁩.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/pillow.py" />
   <source>Pillow was built without animated WebP here: choose a name that ends in .gif.</source>
   <translation>نسخة Pillow هنا بلا WebP متحرك: اختر اسمًا ينتهي بـ ⁦.gif⁩.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/steps.py" />
   <source>A step of {} {} is none: give a number above 0.</source>
   <translation>خطوة قدرها {} {} ليست خطوة: اذكر عددًا أكبر من 0.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/steps.py" />
   <source>No date of the data lies between {} and {}: {}.</source>
   <translation>لا يقع أي من تواريخ البيانات بين {} و{}: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/steps.py" />
   <source>Steps of {} {} from {} to {} would be {}: make them longer.</source>
   <translation>خطوات قدرها {} {} من {} إلى {} يكون عددها {}: اجعلها أطول.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/steps.py" />
   <source>The film would end ({}) before it begins ({}).</source>
   <translation>ينتهي الفيلم ({}) قبل أن يبدأ ({}).</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/steps.py" />
   <source>The film would have {} frames, more than {}: take fewer steps, hold them for less long, or take fewer frames per second.</source>
   <translation>يكون في الفيلم {} إطار، أي أكثر من {}: اختر خطوات أقل، أو أبقِ كلًا منها مدة أقصر، أو اختر إطارات أقل في الثانية.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/writers.py" />
   <source>The film {!r} can't be written: it is a folder.</source>
   <translation>تعذّرت كتابة الفيلم {!r}: هو مجلد.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/writers.py" />
   <source>The film {!r} can't be written: there is no folder {!r}.</source>
   <translation>تعذّرت كتابة الفيلم {!r}: لا يوجد المجلد {!r}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/writers.py" />
   <source>The film {!r} can't be written: {}. Close it in other programs, or choose another name.</source>
   <translation>تعذّرت كتابة الفيلم {!r}: {}. أغلقه في البرامج الأخرى، أو اختر اسمًا آخر.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/writers.py" />
   <source>The film {!r}: its name has to end in one of {}.</source>
   <translation>الفيلم {!r}: يجب أن ينتهي اسمه بواحد من {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/writers.py" />
   <source>The frames can't go to {!r}: it holds other files ({}). Choose another name.</source>
   <translation>لا يمكن وضع الإطارات في {!r}: فيه ملفات أخرى ({}). اختر اسمًا آخر.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/writers.py" />
   <source>The picture {!r} can't be written.</source>
   <translation>تعذّرت كتابة الصورة {!r}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/writers.py" />
   <source>it is a file</source>
   <translation>هو ملف</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/charts.py" />
   <source>Area held, km²</source>
   <translation>مساحة الأرض المسيطر عليها، كم²</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/charts.py" />
   <source>Held on {}</source>
   <translation>تحت السيطرة في {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/charts.py" />
   <source>The chart needs the Python package matplotlib, which comes with most QGIS installations: install it (on Debian and Ubuntu: python3-matplotlib), or leave the chart out.</source>
   <translation>يحتاج الرسم إلى حزمة Python المسماة matplotlib، وهي مرفقة بمعظم نسخ QGIS: ثبّتها (في Debian وUbuntu: ⁦python3-matplotlib⁩)، أو اترك الرسم.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/charts.py" />
   <source>The chart {!r} can't be written: there is no such folder.</source>
   <translation>تعذّرت كتابة الرسم {!r}: لا يوجد مجلد كهذا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/charts.py" />
   <source>The chart {!r} can't be written: {}</source>
   <translation>تعذّرت كتابة الرسم {!r}: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/charts.py" />
   <source>The chart {!r}: its name has to end in .png or .svg.</source>
   <translation>الرسم {!r}: يجب أن ينتهي اسمه بـ ⁦.png⁩ أو ⁦.svg⁩.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/label_format.py" />
   <source>({:,} more characters are not printed)</source>
   <translation>(لم تُطبع المحارف الباقية وعددها {:,})</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layers/change_styles.py" />
   <source>Passed to: {}</source>
   <translation>انتقلت إلى: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layers/change_styles.py" />
   <source>since {}</source>
   <translation>منذ {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layers/change_styles.py" />
   <source>{}, earlier held by {}</source>
   <translation>{}، كانت قبلُ تحت سيطرة {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layers/corridor_styles.py" />
   <source>Other</source>
   <translation>غير ذلك</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layers/corridor_styles.py" />
   <source>{mover} inside {host}</source>
   <translation>{mover} داخل أرض {host}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layers/corridor_styles.py" />
   <source>{mover} into {host}</source>
   <translation>{mover} إلى أرض {host}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layers/corridor_styles.py" />
   <source>{mover} out of {host}</source>
   <translation>{mover} خروجًا من أرض {host}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layers/corridor_styles.py" />
   <source>{mover} through {host}</source>
   <translation>{mover} عبر أرض {host}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layers/corridor_styles.py" />
   <source>{passage}: {verdict}</source>
   <translation>{passage}: {verdict}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layers/layers.py" />
   <source>The case was closed while it was opened.</source>
   <translation>أُغلقت الحالة وهي تُفتح.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layers/stored_styles.py" />
   <source>It is not a style of QGIS.</source>
   <translation>ليس نمطًا من QGIS.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layers/stored_styles.py" />
   <source>It names the address {!r:.200}.</source>
   <translation>يذكر العنوان {!r:.200}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layers/stored_styles.py" />
   <source>Its distance {!r} is worked out.</source>
   <translation>المسافة {!r} فيه تُحسب بتعبير.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layers/stored_styles.py" />
   <source>Its expression {!r:.200} is too long or too deep.</source>
   <translation>تعبيره {!r:.200} أطول أو أعمق مما يُقبل.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layers/stored_styles.py" />
   <source>Its expression {!r:.200} uses {!r}.</source>
   <translation>التعبير {!r:.200} فيه يستعمل {!r}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layers/stored_styles.py" />
   <source>Its font {!r:.100} is not installed.</source>
   <translation>الخط الطباعي {!r:.100} فيه غير مثبّت.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layers/stored_styles.py" />
   <source>Its heatmap can't be drawn in time: use a radius of at most {} mm, and a quality.</source>
   <translation>لا يمكن رسم الخريطة الحرارية فيه في وقت معقول: استعمل نصف قطر لا يتجاوز {} مم، وحدّد الجودة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layers/stored_styles.py" />
   <source>Its labels are HTML.</source>
   <translation>تسمياته بصيغة HTML.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layers/stored_styles.py" />
   <source>Its picture {!r:.200} is not embedded in it.</source>
   <translation>الصورة {!r:.200} غير مضمّنة فيه.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layers/stored_styles.py" />
   <source>Its renderer {!r} is unknown.</source>
   <translation>المُصيّر {!r} فيه غير معروف.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layers/stored_styles.py" />
   <source>Its symbol layer {!r} is unknown.</source>
   <translation>طبقة الرمز {!r} فيه غير معروفة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layers/stored_styles.py" />
   <source>Its text {!r:.200} is worked out.</source>
   <translation>النص {!r:.200} فيه يُحسب بتعبير.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layers/stored_styles.py" />
   <source>Its {!r} is drawn more often than can be seen.</source>
   <translation>{!r} فيه يُرسم مرات أكثر مما يمكن أن يُرى.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layers/stored_styles.py" />
   <source>The path of a picture is worked out.</source>
   <translation>مسار إحدى الصور يُحسب بتعبير.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layers/styles.py" />
   <source>Clash event</source>
   <translation>حدث اشتباك</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layers/styles.py" />
   <source>Clash event, day or place not precise</source>
   <translation>حدث اشتباك، يومه أو مكانه غير دقيق</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layers/styles.py" />
   <source>Explosion or remote violence</source>
   <translation>تفجير أو عنف عن بُعد</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layers/styles.py" />
   <source>Ground handed over without a fight</source>
   <translation>أرض سُلّمت بلا قتال</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layers/styles.py" />
   <source>Other event</source>
   <translation>حدث آخر</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layers/styles.py" />
   <source>The layer {!r} of {!r} can't be opened: {}</source>
   <translation>تعذّر فتح الطبقة {!r} من {!r}: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layers/styles.py" />
   <source>The style of {!r} can't be saved: {}</source>
   <translation>تعذّر حفظ نمط {!r}: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/area_table.py" />
   <source>Area</source>
   <translation>المساحة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/area_table.py" />
   <source>Share</source>
   <translation>الحصة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/area_table.py" />
   <source>Smaller factions, together</source>
   <translation>الفصائل الأصغر، مجتمعة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/area_table.py" />
   <source>counted for each: {}</source>
   <translation>محسوبة لكل منها: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/area_table.py" />
   <source>of it: {}</source>
   <translation>منها: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/area_table.py" />
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>{} %</source>
   <translation>{}%</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/area_table.py" />
   <source>{} more sources, not listed</source>
   <translation>{} مصادر أخرى غير مذكورة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/atlas.py" />
   <source>Areas of {}</source>
   <translation>مساحات {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/atlas.py" />
   <source>Atlas: {}</source>
   <translation>أطلس: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/atlas.py" />
   <source>Dates of {}</source>
   <translation>تواريخ {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/atlas.py" />
   <location filename="syria_control_plugin/mapping/layouts/layouts.py" />
   <source>There is no date to print.</source>
   <translation>لا تاريخ للطباعة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source> to </source>
   <translation> إلى </translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source>Case: {}.</source>
   <translation>الحالة: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source>Corridor {} has no date: its sheet has no map to show.</source>
   <translation>ليس للممر {} تاريخ: لا خريطة تعرضها ورقته.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source>Events matched to it</source>
   <translation>الأحداث المطابقة له</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source>Events matched to it whose place is known only roughly: {}.</source>
   <translation>الأحداث المطابقة له التي لا يُعرف مكانها إلا تقريبًا: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source>Evidence {}: {}</source>
   <translation>أدلة {}: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>No event data cover that place and time: nothing can be said about clashes.</source>
   <translation>لا بيانات أحداث تغطي ذلك المكان والزمان: لا يمكن قول شيء عن الاشتباكات.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source>Nobody reported this movement: it is deduced from maps alone, and its line is drawn, not seen.</source>
   <translation>لم يُبلغ أحد عن هذا التحرّك: هو مستنتج من الخرائط وحدها، وخطه مرسوم لا مشاهَد.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source>That no clash is reported is no report that there was none.</source>
   <translation>عدم الإبلاغ عن اشتباك ليس إبلاغًا بأن اشتباكًا لم يقع.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source>The corridor of this sheet</source>
   <translation>ممر هذه الورقة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source>The events near by do not tell whether the two sides clashed here: their place or date is not known well enough, or one of their parties.</source>
   <translation>لا تدل الأحداث القريبة على أن الطرفين اشتبكا هنا أو لم يشتبكا: مكانها أو تاريخها أو أحد أطرافها غير معروف بما يكفي.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source>The map</source>
   <translation>الخريطة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source>The time of day is not known; the passage lies somewhere within the days stated.</source>
   <translation>ساعة المرور غير معروفة؛ وهو واقع في وقت ما من الأيام المذكورة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source>What</source>
   <translation>ماذا</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source>What became of the ground afterwards is not known.</source>
   <translation>لا يُعرف ما آلت إليه الأرض بعد ذلك.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source>What is uncertain</source>
   <translation>ما هو غير مؤكد</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source>When</source>
   <translation>متى</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source>With borders off by {}, {} of its length is left.</source>
   <translation>بخطأ حدود قدره {} يبقى {} من طوله.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <source>none</source>
   <translation>لا شيء</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source>shows {}</source>
   <translation>تعرض {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source>{verdict}. {kind}, {basis}.</source>
   <translation>{verdict}. {kind}، {basis}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source>{} to {} UTC</source>
   <translation>من {} إلى {} UTC</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/export.py" />
   <source>The pages can't be written: is the disk full?</source>
   <translation>تعذّرت كتابة الصفحات: هل القرص ممتلئ؟</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/export.py" />
   <source>{!r} can't be written: is the disk full?</source>
   <translation>تعذّرت كتابة {!r}: هل القرص ممتلئ؟</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/export.py" />
   <source>{!r} can't be written: it is a folder.</source>
   <translation>تعذّرت كتابة {!r}: هو مجلد.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/export.py" />
   <source>{!r} can't be written: there is no page.</source>
   <translation>تعذّرت كتابة {!r}: لا توجد صفحات.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/export.py" />
   <source>{!r} can't be written: there is no such folder.</source>
   <translation>تعذّرت كتابة {!r}: لا يوجد مجلد كهذا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/export.py" />
   <source>{!r} is too large for the memory: choose fewer dots per inch.</source>
   <translation>{!r} أكبر مما تتسع له الذاكرة: اختر عددًا أقل من النقاط في البوصة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/export.py" />
   <source>{!r}: its name has to end in .pdf, .svg or .png.</source>
   <translation>{!r}: يجب أن ينتهي اسمه بـ ⁦.pdf⁩ أو ⁦.svg⁩ أو ⁦.png⁩.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/export.py" />
   <source>{!r}: the author can't be written, since GDAL can't read PDF here.</source>
   <translation>{!r}: تعذّرت كتابة المؤلف، لأن GDAL لا يستطيع قراءة PDF هنا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/foreign_templates.py" />
   <source>HTML, shown as plain text</source>
   <translation>نص HTML، يُعرض نصًا عاديًا</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/foreign_templates.py" />
   <source>The template {!r} can't be read: {}</source>
   <translation>تعذّرت قراءة القالب {!r}: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/foreign_templates.py" />
   <source>The template {!r} is too large ({}): QGIS reads a template into memory as a whole. Make it smaller, put large pictures beside it, or raise the limit {} in QGIS's settings.</source>
   <translation>القالب {!r} أكبر مما ينبغي ({}): يقرأ QGIS القالب كله في الذاكرة. صغّره، أو ضع الصور الكبيرة إلى جانبه، أو ارفع الحد {} في إعدادات QGIS.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/foreign_templates.py" />
   <source>a CRS that is read with files</source>
   <translation>نظام إحداثيات تحتاج قراءته إلى ملفات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/foreign_templates.py" />
   <source>a distance that an expression chooses</source>
   <translation>مسافة يختارها تعبير</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/foreign_templates.py" />
   <source>a file, address or layer that an expression chooses</source>
   <translation>ملف أو عنوان أو طبقة يختارها تعبير</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/foreign_templates.py" />
   <source>a kind of item that the plugin does not print</source>
   <translation>نوع من العناصر لا تطبعه الإضافة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/foreign_templates.py" />
   <source>a picture inside it</source>
   <translation>صورة في داخله</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/foreign_templates.py" />
   <source>a picture of more than {} MB or {:,} pixels (raise the limits {} and {} in QGIS's settings to print it)</source>
   <translation>صورة أكبر من {} ميغابايت أو {:,} بكسل (لطباعتها ارفع الحدين {} و{} في إعدادات QGIS)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/foreign_templates.py" />
   <source>a symbol that QGIS can't read</source>
   <translation>رمز لا يستطيع QGIS قراءته</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/foreign_templates.py" />
   <source>a symbol that is drawn more often than can be seen</source>
   <translation>رمز يُرسم مرات أكثر مما يمكن أن يُرى</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/foreign_templates.py" />
   <source>an HTML frame</source>
   <translation>إطار HTML</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/foreign_templates.py" />
   <source>an expression of QGIS 2</source>
   <translation>تعبير من QGIS 2</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/foreign_templates.py" />
   <source>an item's variables</source>
   <translation>متغيرات أحد العناصر</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/foreign_templates.py" />
   <source>functions whose results grow without an end</source>
   <translation>دوال تكبر نتائجها بلا نهاية</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/foreign_templates.py" />
   <source>it is not a regular file.</source>
   <translation>ليس ملفًا عاديًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/foreign_templates.py" />
   <source>item without an id</source>
   <translation>عنصر بلا معرّف</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/foreign_templates.py" />
   <source>its atlas, which the plugin sets itself</source>
   <translation>أطلسه، إذ تضبط الإضافة الأطلس بنفسها</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/foreign_templates.py" />
   <source>layers and styles of its own</source>
   <translation>طبقات وأنماط خاصة به</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/foreign_templates.py" />
   <source>more than {:,} characters or {} brackets in one another</source>
   <translation>أكثر من {:,} محرف أو {} قوسًا بعضها داخل بعض</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/foreign_templates.py" />
   <source>more than {:,} elements</source>
   <translation>أكثر من {:,} من العناصر</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/foreign_templates.py" />
   <source>more than {:,} pages</source>
   <translation>أكثر من {:,} صفحة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/foreign_templates.py" />
   <source>text in pieces</source>
   <translation>نص مجزأ</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/foreign_templates.py" />
   <source>the expression {!r}, which uses {}</source>
   <translation>التعبير {!r}، وهو يستعمل {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/foreign_templates.py" />
   <source>the file or address {!r}, which is not in its folder</source>
   <translation>الملف أو العنوان {!r}، وليس في مجلد القالب</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/foreign_templates.py" />
   <source>the file {!r}, which is no plain picture</source>
   <translation>الملف {!r}، وليس صورة عادية</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/foreign_templates.py" />
   <source>the part {!r}</source>
   <translation>الجزء {!r}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/foreign_templates.py" />
   <source>{!r} is no layout template of QGIS (.qpt).</source>
   <translation>{!r} ليس قالب تخطيط من QGIS (⁦.qpt⁩).</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/foreign_templates.py" />
   <source>{:.1f} MB, at most {} MB</source>
   <translation>{:.1f} ميغابايت، والحد الأقصى {} ميغابايت</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/layouts.py" />
   <source>Area, km²</source>
   <translation>المساحة، كم²</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/layouts.py" />
   <source>The extent of {!r} can't be drawn in the CRS of the project. Correct it in QGIS, or import anew.</source>
   <translation>لا يمكن رسم امتداد {!r} في نظام إحداثيات المشروع. صححه في QGIS، أو استورد من جديد.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/layouts.py" />
   <location filename="syria_control_plugin/mapping/layouts/printing.py" />
   <source>Two dates are needed side by side, not {}.</source>
   <translation>يلزم تاريخان جنبًا إلى جنب، لا {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/layouts.py" />
   <source>{!r}: two dates need two maps, with the ids "map 1" and "map 2".</source>
   <translation>{!r}: يحتاج التاريخان إلى خريطتين معرّفاهما "⁦map 1⁩" و"⁦map 2⁩".</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/legends.py" />
   <source>{}: the {} largest of {} classes</source>
   <translation>{}: أكبر الفئات، {} من {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/printing.py" />
   <source>A map shows one date, not {}.</source>
   <translation>تعرض الخريطة تاريخًا واحدًا، لا {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/printing.py" />
   <source>There is no corridor to print: search the case for corridors first.</source>
   <translation>لا ممر للطباعة: ابحث عن الممرات في الحالة أولًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/printing.py" />
   <source>There is no map to print: the case holds no territory.</source>
   <translation>لا خريطة للطباعة: ليس في الحالة أي منطقة سيطرة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/printing.py" />
   <source>There is one map only: two dates side by side need two.</source>
   <translation>لا توجد إلا خريطة واحدة: يحتاج تاريخان جنبًا إلى جنب إلى اثنتين.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/tables.py" />
   <source>The table {!r} can't be made: {}</source>
   <translation>تعذّر إنشاء الجدول {!r}: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/tables.py" />
   <source>The template's item {!r} is no table.</source>
   <translation>عنصر القالب {!r} ليس جدولًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/templates.py" />
   <source>Left out of the template {!r}: {}.</source>
   <translation>تُرك من القالب {!r}: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/templates.py" />
   <source>The template's item {!r} is no {}.</source>
   <translation>عنصر القالب {!r} ليس {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/templates.py" />
   <source>{!r}: the template has no map with the id "map" or "map 1".</source>
   <translation>{!r}: ليس في القالب خريطة معرّفها "⁦map⁩" أو "⁦map 1⁩".</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/texts.py" />
   <source>Sources: {}</source>
   <translation>المصادر: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>Also claimed by</source>
   <translation>يطالب بها أيضًا</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>Borders off by {}</source>
   <translation>بخطأ حدود قدره {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>Covered by</source>
   <translation>تغطيه</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>Deep attack</source>
   <translation>هجوم في العمق</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>Depth</source>
   <translation>العمق</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>Gained behind it</source>
   <translation>المكتسب خلفه</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>Ground after</source>
   <translation>الأرض بعده</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>Ground before</source>
   <translation>الأرض قبله</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>Longest gap</source>
   <translation>أطول انقطاع</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>Movement</source>
   <translation>التحرّك</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>Neck</source>
   <translation>العنق</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>Not covered by</source>
   <translation>لا تغطيه</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>Off the map</source>
   <translation>خارج الخريطة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>Other ways</source>
   <translation>طرق أخرى</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>Reported by</source>
   <translation>أبلغ عنه</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>Taken after</source>
   <translation>أُخذ بعده</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>Whole way</source>
   <translation>الطريق كله</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>map of {}</source>
   <translation>خريطة {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>no event data</source>
   <translation>لا بيانات أحداث</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>no source of events</source>
   <translation>لا مصدر للأحداث</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>none that is not much longer</source>
   <translation>لا طريق آخر إلا وهو أطول كثيرًا</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>not known</source>
   <translation>غير معروف</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <source>nothing</source>
   <translation>لا شيء</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>{km} along or outside the edge of the mapped ground</source>
   <translation>{km} على حافة الأرض المرسومة أو خارجها</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>{km} over the ground of {losers} or of nobody alone</source>
   <translation>{km} على أرض {losers} وحدهم أو أرض لا يسيطر عليها أحد</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>{} % of the host's ground along it ({} km²)</source>
   <translation>{}% من أرض الطرف المضيف على طوله ({} كم²)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>{} from the host's border, at most</source>
   <translation>{} عن حدود الطرف المضيف على الأكثر</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>{} h between two fixes</source>
   <translation>{} س بين نقطتي رصد</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>{} km² from {}</source>
   <translation>{} كم² من {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>{} of its length left</source>
   <translation>يبقى {} من طوله</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>{}, the host's ground across the path</source>
   <translation>{}، عرض أرض الطرف المضيف حول المسار</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <source> and {} more</source>
   <translation> و{} غيرها</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <source>Between {start} and {end} {mover} gained {area:.1f} km² and had held nothing: no way is drawn.</source>
   <translation>بين {start} و{end} اكتسب الطرف {mover} أرضًا مساحتها {area:.1f} كم² ولم يكن يسيطر على شيء: لا يُرسم طريق.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <source>Between {start} and {end} {mover} gained {area:.1f} km² from {losers}, {way:.1f} km from its earlier ground along or outside the edge of the mapped ground: whose ground lay between is not known.</source>
   <translation>بين {start} و{end} اكتسب الطرف {mover} من {losers} أرضًا مساحتها {area:.1f} كم²، على بُعد {way:.1f} كم من أرضه السابقة على حافة الأرض المرسومة أو خارجها: لا يُعرف لمن كانت الأرض بينهما.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <source>Between {start} and {end} {mover} gained {area:.1f} km² from {losers}, {way:.1f} km from its earlier ground and with no other side's ground between: a deep attack, a change of side, an agreement, or a fault of the maps.</source>
   <translation>بين {start} و{end} اكتسب الطرف {mover} من {losers} أرضًا مساحتها {area:.1f} كم²، على بُعد {way:.1f} كم من أرضه السابقة وليس بينهما أرض طرف آخر: هجوم في العمق، أو تبديل ولاء، أو اتفاق، أو خطأ في الخرائط.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <source>Changed pieces too small to be gains: {}, together {:.4f} km².</source>
   <translation>قطع متغيّرة أصغر من أن تكون مكاسب: {}، ومجموعها {:.4f} كم².</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <source>Corridors shorter than the least length, left out: {}, together {:.1f} km.</source>
   <translation>ممرات أقصر من أقل طول، متروكة: {}، ومجموعها {:.1f} كم.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <source>Event data</source>
   <translation>بيانات الأحداث</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <source>Left out</source>
   <translation>المتروك</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <source>Movements in a time of which no map says anything: {}.</source>
   <translation>تحركات في زمن لا تقول عنه أي خريطة شيئًا: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <source>Movements in a time of which the maps say only a part: {}.</source>
   <translation>تحركات في زمن لا تقول الخرائط إلا عن بعضه: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <source>Movements wholly off the mapped ground: {}.</source>
   <translation>تحركات كلها خارج الأرض المرسومة: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <source>Settings</source>
   <translation>الإعدادات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>A change of side, an agreement or a fault of the maps would explain the gain as well.</source>
   <translation>قد يفسّر الاكتسابَ أيضًا تبديلُ طرفٍ لولائه، أو اتفاق، أو خطأ في الخرائط.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>A hypothesis from the maps alone, without any reported movement: from {span}, {mover} gained {gained} km² from {losers} which touch no ground that it or its allies held before.</source>
   <translation>فرضية مبنية على الخرائط وحدها، بلا أي تحرّك مبلّغ عنه: من {span}، اكتسب الطرف {mover} من {losers} أرضًا مساحتها {gained} كم² لا تلامس أي أرض كانت قبلُ تحت سيطرته أو سيطرة حلفائه.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>A way of {deep} km needs no other side's ground than that of {losers} or of nobody.</source>
   <translation>طريق طوله {deep} كم لا يحتاج إلى أرض طرف آخر غير أرض {losers} أو أرض لا يسيطر عليها أحد.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>A way of {off} km leads along or outside the edge of the mapped ground, of which nothing is known.</source>
   <translation>طريق طوله {off} كم يمر على حافة الأرض المرسومة أو خارجها، ولا يُعرف عنها شيء.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>A way there leads {length} km through ground held by {host}.</source>
   <translation>يمر طريق إلى هناك مسافة {length} كم عبر أرض تحت سيطرة {host}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>At some time from {}</source>
   <translation>في وقت ما من {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>Clashes between the two sides are reported within {reach}: {events}.</source>
   <translation>أُبلغ عن اشتباكات بين الطرفين ضمن {reach}: {events}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>Events of whatever parties within {reach}, by source: {sources}.</source>
   <translation>أحداث أيًا كان أطرافها ضمن {reach}، بحسب المصدر: {sources}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>Explosions and remote violence are counted as clashes.</source>
   <translation>التفجيرات والعنف عن بُعد محسوبة هنا اشتباكات.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>Explosions and remote violence between the two sides, listed apart: {}.</source>
   <translation>تفجيرات وعنف عن بُعد بين الطرفين، تُذكر على حدة: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>Explosions and remote violence that are not precise enough in place or date: {}.</source>
   <translation>تفجيرات وعنف عن بُعد غير دقيقة المكان أو التاريخ بما يكفي: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>Fights of one of the two sides with a party that is not identified: {}.</source>
   <translation>معارك بين أحد الطرفين وطرف غير محدد: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>From about {start} to {end} UTC, on a straight line between fixes up to {gap} hours apart</source>
   <translation>من نحو {start} إلى {end} UTC، على خط مستقيم بين نقطتي رصد تفصل بينهما مدة تصل إلى {gap} ساعة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>From {start} to {end} UTC</source>
   <translation>من {start} إلى {end} UTC</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>No clash between the two sides is reported within {reach}; that is no report of absence.</source>
   <translation>لم يُبلَّغ عن اشتباك بين الطرفين ضمن {reach}؛ وليس ذلك إبلاغًا بعدم وقوعه.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>No way through others is at most {factor} times as long.</source>
   <translation>كل طريق عبر أرض الآخرين يتجاوز طوله {factor} ضعف طول هذا الطريق.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>Reports that are not precise enough in place or date: {}.</source>
   <translation>تقارير ليست دقيقة المكان أو التاريخ بما يكفي: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>Reports too vague to place, which count neither for nor against: {}.</source>
   <translation>تقارير أشد غموضًا من أن يُعرف مكانها، فلا تُحسب تأييدًا ولا نفيًا: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>Sources without any event that can be placed there and then, which say nothing: {}.</source>
   <translation>مصادر ليس فيها أي حدث يمكن تحديده هناك وحينئذ، فلا تقول شيئًا: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>Territories: {source}, as of {date}.</source>
   <translation>مناطق السيطرة: {source}، كما في {date}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>The ground is claimed by {} too.</source>
   <translation>يطالب بالأرض {} أيضًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>The shortest way there leads {length} km through ground held by {host}.</source>
   <translation>يمر أقصر طريق إلى هناك مسافة {length} كم عبر أرض تحت سيطرة {host}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>Transfers of ground between the two sides without a fight: {}.</source>
   <translation>انتقال أراضٍ بين الطرفين بلا قتال: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>Ways through others, at most {factor} times as long: {others}.</source>
   <translation>طرق عبر أرض الآخرين لا يتجاوز طولها {factor} ضعف طول هذا الطريق: {others}.</translation>
  </message>
  <message numerus="yes">
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>What became of the ground in the %n days after is not known.</source>
   <extracomment>For 1: What became of the ground in the day after is not known.</extracomment>
   <translation>
    <numerusform>لا يُعرف ما آلت إليه الأرض بعد ذلك مباشرة.</numerusform>
    <numerusform>لا يُعرف ما آلت إليه الأرض في اليوم التالي.</numerusform>
    <numerusform>لا يُعرف ما آلت إليه الأرض في اليومين التاليين.</numerusform>
    <numerusform>لا يُعرف ما آلت إليه الأرض في %n أيام بعد ذلك.</numerusform>
    <numerusform>لا يُعرف ما آلت إليه الأرض في %n يومًا بعد ذلك.</numerusform>
    <numerusform>لا يُعرف ما آلت إليه الأرض في %n يوم بعد ذلك.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>Whether the two sides clashed within {reach} can't be told from the reports that there are.</source>
   <translation>لا يمكن القول من التقارير المتوفرة هل اشتبك الطرفان ضمن {reach}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>With borders off by {uncertainty} km, nothing of it remains.</source>
   <translation>بخطأ حدود قدره {uncertainty} كم لا يبقى منه شيء.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>With borders off by {uncertainty} km, {length} km of it remain.</source>
   <translation>بخطأ حدود قدره {uncertainty} كم يبقى منه {length} كم.</translation>
  </message>
  <message numerus="yes">
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>Within %n days after, the side of {mover} took {share} % of the host's ground within {half} km of the path.</source>
   <extracomment>For 1: Within a day after, the side of {mover} took {share} % of the host's ground within {half} km of the path.</extracomment>
   <translation>
    <numerusform>في اليوم نفسه أخذ جانب {mover} ما نسبته {share}% من أرض الطرف المضيف ضمن {half} كم من المسار.</numerusform>
    <numerusform>خلال يوم بعد ذلك أخذ جانب {mover} ما نسبته {share}% من أرض الطرف المضيف ضمن {half} كم من المسار.</numerusform>
    <numerusform>خلال يومين بعد ذلك أخذ جانب {mover} ما نسبته {share}% من أرض الطرف المضيف ضمن {half} كم من المسار.</numerusform>
    <numerusform>خلال %n أيام بعد ذلك أخذ جانب {mover} ما نسبته {share}% من أرض الطرف المضيف ضمن {half} كم من المسار.</numerusform>
    <numerusform>خلال %n يومًا بعد ذلك أخذ جانب {mover} ما نسبته {share}% من أرض الطرف المضيف ضمن {half} كم من المسار.</numerusform>
    <numerusform>خلال %n يوم بعد ذلك أخذ جانب {mover} ما نسبته {share}% من أرض الطرف المضيف ضمن {half} كم من المسار.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>Within the time of the movement some of the ground changed hands.</source>
   <translation>خلال مدة التحرّك انتقلت السيطرة على بعض الأرض.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>a source that is not named</source>
   <translation>مصدر غير مسمّى</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>and {} more</source>
   <translation>و{} غيرها</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>dated {}</source>
   <translation>مؤرخ في {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>it was held by {host} no more while {mover} was on it</source>
   <translation>خرجت الأرض من سيطرة {host} والطرف المتحرّك {mover} عليها</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>known to the country only</source>
   <translation>لا يُعرف إلا على مستوى البلد</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>known to within {} km</source>
   <translation>معروف بدقة {} كم</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>the ground came to be held by {host} while {mover} was on it</source>
   <translation>صارت الأرض تحت سيطرة {host} والطرف المتحرّك {mover} عليها</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>the movement begins there</source>
   <translation>يبدأ التحرّك هناك</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>the movement ends there</source>
   <translation>ينتهي التحرّك هناك</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>{host} lost {host_lost} km² of what was gained: there may have been a fight on the way.</source>
   <translation>من الأرض المكتسبة {host_lost} كم² خسرها {host}: ربما جرى قتال على الطريق.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>{label} ({source}, {event}; {where}, {when})</source>
   <translation>{label} ({source}، {event}؛ {where}، {when})</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>{mover} came from {before}</source>
   <translation>جاء {mover} من {before}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>{mover} went on into {after}</source>
   <translation>تابع {mover} إلى {after}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>{when}, {mover} came from {before} and moved {length} km into ground held by {host}, where the movement {movement} ends that is reported by {source}.</source>
   <translation>{when}: تحرّك من جانب {mover} قدومًا من {before} مسافة {length} كم داخل أرض تحت سيطرة {host}، حيث ينتهي التحرّك {movement} الذي أبلغ عنه {source}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>{when}, {mover} moved {length} km inside ground held by {host}, in which the movement {movement} begins and ends that is reported by {source}.</source>
   <translation>{when}: تحرّك من جانب {mover} مسافة {length} كم داخل أرض تحت سيطرة {host}، فيها يبدأ التحرّك {movement} الذي أبلغ عنه {source} وفيها ينتهي.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>{when}, {mover} moved {length} km through ground held by {host}, coming from {before} and going on into {after}; the movement {movement} is reported by {source}.</source>
   <translation>{when}: تحرّك من جانب {mover} مسافة {length} كم عبر أرض تحت سيطرة {host}، قدومًا من {before} ومتابعةً إلى {after}؛ والتحرّك {movement} أبلغ عنه {source}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>{when}, {mover} moved {length} km through ground held by {host}, in which the movement {movement} begins that is reported by {source}, and out of it into {after}.</source>
   <translation>{when}: تحرّك من جانب {mover} مسافة {length} كم عبر أرض تحت سيطرة {host}، فيها يبدأ التحرّك {movement} الذي أبلغ عنه {source}، ثم خروجًا منها إلى {after}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>{when}, {mover} was on ground held by {host} for {length} km of its way: {begins}, and {ends}; the movement {movement} is reported by {source}.</source>
   <translation>{when}: كان {mover} على أرض تحت سيطرة {host} مسافة {length} كم من الطريق: {begins}، و{ends}؛ والتحرّك {movement} أبلغ عنه {source}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>{} km away</source>
   <translation>على بُعد {} كم</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source> and </source>
   <translation> و</translation>
  </message>
  <message numerus="yes">
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>%n days earlier</source>
   <extracomment>For 1: a day earlier</extracomment>
   <translation>
    <numerusform>في اليوم نفسه</numerusform>
    <numerusform>قبل يوم</numerusform>
    <numerusform>قبل يومين</numerusform>
    <numerusform>قبل %n أيام</numerusform>
    <numerusform>قبل %n يومًا</numerusform>
    <numerusform>قبل %n يوم</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>%n days later</source>
   <extracomment>For 1: a day later</extracomment>
   <translation>
    <numerusform>في اليوم نفسه</numerusform>
    <numerusform>بعد يوم</numerusform>
    <numerusform>بعد يومين</numerusform>
    <numerusform>بعد %n أيام</numerusform>
    <numerusform>بعد %n يومًا</numerusform>
    <numerusform>بعد %n يوم</numerusform>
   </translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>, </source>
   <translation>، </translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>Entry</source>
   <translation>دخول</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>Exit</source>
   <translation>خروج</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>Inside</source>
   <translation>في الداخل</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>Transit</source>
   <translation>عبور</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>clash possible</source>
   <translation>اشتباك محتمل</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>clash reported</source>
   <translation>أُبلغ عن اشتباك</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>derived from reports</source>
   <translation>مشتقة من تقارير</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>explosion or remote violence</source>
   <translation>تفجير أو عنف عن بُعد</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>ground held by {}</source>
   <translation>أرض تحت سيطرة {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>ground that nobody holds on the map</source>
   <translation>أرض لا يسيطر عليها أحد على الخريطة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>imprecise clash</source>
   <translation>اشتباك غير دقيق</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>no clash reported</source>
   <translation>لم يُبلَّغ عن اشتباك</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>not covered by event data</source>
   <translation>لا تغطيه بيانات الأحداث</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>observed</source>
   <translation>مرصود</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>party not identified</source>
   <translation>طرف غير محدد</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>published map</source>
   <translation>خريطة منشورة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>stated period</source>
   <translation>مدة مذكورة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>the same day</source>
   <translation>في اليوم نفسه</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>too vague</source>
   <translation>شديد الغموض</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>transfer without a fight</source>
   <translation>انتقال بلا قتال</translation>
  </message>
  <message numerus="yes">
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>{km} km and %n days</source>
   <extracomment>For 1: {km} km and a day</extracomment>
   <translation>
    <numerusform>{km} كم وفي اليوم نفسه</numerusform>
    <numerusform>{km} كم ويوم</numerusform>
    <numerusform>{km} كم ويومين</numerusform>
    <numerusform>{km} كم و%n أيام</numerusform>
    <numerusform>{km} كم و%n يومًا</numerusform>
    <numerusform>{km} كم و%n يوم</numerusform>
   </translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>{mover} inside the ground of {host}</source>
   <translation>{mover} داخل أرض {host}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>{mover} into the ground of {host}</source>
   <translation>{mover} إلى أرض {host}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>{mover} on the ground of {host}</source>
   <translation>{mover} على أرض {host}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>{mover} out of the ground of {host}</source>
   <translation>{mover} خروجًا من أرض {host}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>{mover} through the ground of {host}</source>
   <translation>{mover} عبر أرض {host}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>{start} to {end}</source>
   <translation>{start} إلى {end}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/plugin.py" />
   <source>Another copy of Syria Control is loaded.</source>
   <translation>نسخة أخرى من Syria Control محمّلة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/plugin.py" />
   <source>Syria Control panel</source>
   <translation>لوحة Syria Control</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/plugin.py" />
   <source>Territories from reports…</source>
   <translation>مناطق سيطرة من تقارير…</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/profile_shapely.py" />
   <source>Shapely can't be written to the QGIS profile: {}</source>
   <translation>تعذّرت كتابة Shapely في ملف تعريف QGIS: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/profile_shapely.py" />
   <source>Shapely was downloaded but can't be loaded: {}</source>
   <translation>نُزّلت Shapely لكن لا يمكن تحميلها: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/profile_shapely.py" />
   <source>Shapely was downloaded but has version {} instead of {}.</source>
   <translation>نُزّلت Shapely لكن نسختها {} بدلًا من {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/profile_shapely.py" />
   <source>Shapely {} could not be downloaded from {}. Check the internet connection, and that QGIS may use it. pip reports: {}

Alternatively, run this command in a terminal, then start QGIS again:
{}</source>
   <translation>تعذّر تنزيل Shapely {} من {}. تحقق من الاتصال بالإنترنت، ومن السماح لـ QGIS باستعماله. تقول pip: {}

أو نفّذ هذا الأمر في الطرفية، ثم شغّل QGIS من جديد:
{}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/profile_shapely.py" />
   <source>Shapely {} was not installed: the file from {} is not the published one, as its SHA-256 hash differs from the hashes in {}. Use another index, and report the file to the operator of this one.</source>
   <translation>لم تُثبَّت Shapely {}: الملف الآتي من {} ليس الملف المنشور، إذ تختلف بصمته SHA-256 عن البصمات التي في {}. استعمل فهرسًا آخر، وأبلغ مشغّل هذا الفهرس عن الملف.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/profile_shapely.py" />
   <source>{} Run this command, then start QGIS again:
{}</source>
   <translation>{} نفّذ هذا الأمر، ثم شغّل QGIS من جديد:
{}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/profile_shapely.py" />
   <source>{} The one in the QGIS profile can't be loaded: {}</source>
   <translation>{} والموجودة في ملف تعريف QGIS لا يمكن تحميلها: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/requirements.py" />
   <source>Install Shapely {} instead.</source>
   <translation>ثبّت Shapely {} بدلًا منها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/requirements.py" />
   <source>Shapely {} was built for GEOS {}, but this QGIS makes it use GEOS {}: results may be wrong, QGIS may crash. {}</source>
   <translation>بُنيت Shapely {} لأجل GEOS {}، لكن QGIS هذا يجعلها تستعمل GEOS {}: قد تكون النتائج خاطئة، وقد ينهار QGIS. {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/requirements.py" />
   <source>Syria Control requires the Python package Shapely 2.0 or later, which QGIS's Python can't load: {}.</source>
   <translation>تحتاج Syria Control إلى حزمة Python المسماة Shapely 2.0 أو أحدث، ولا يستطيع Python الخاص بـ QGIS تحميلها: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/requirements.py" />
   <source>Syria Control requires the Python package Shapely 2.0 or later; QGIS's Python has version {}.</source>
   <translation>تحتاج Syria Control إلى حزمة Python المسماة Shapely 2.0 أو أحدث؛ وفي Python الخاص بـ QGIS النسخة {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/factions.json" />
   <source>Hezbollah</source>
   <translation>حزب الله</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/factions.json" />
   <source>Iranian forces</source>
   <translation>القوات الإيرانية</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/factions.json" />
   <source>Iraqi forces</source>
   <translation>القوات العراقية</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/factions.json" />
   <source>Israeli forces</source>
   <translation>القوات الإسرائيلية</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/factions.json" />
   <source>Opposition forces led by HTS</source>
   <translation>قوات المعارضة بقيادة هيئة تحرير الشام</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/factions.json" />
   <source>Syrian National Army and its forerunners</source>
   <translation>الجيش الوطني السوري وأسلافه</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/factions.json" />
   <source>US-led coalition against ISIS</source>
   <translation>التحالف ضد داعش بقيادة الولايات المتحدة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/models/casetocorridorreport.model3" />
   <source>A PDF; it is not made where there is no corridor.</source>
   <translation>ملف PDF؛ لا يُصنع حيث لا ممر.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/models/casetocorridorreport.model3" />
   <source>Before or after the passage.</source>
   <translation>قبل المرور أو بعده.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/models/casetocorridorreport.model3" />
   <source>Evidence sheets</source>
   <translation>أوراق الأدلة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/models/casetocorridorreport.model3" />
   <source>Searches a case for corridors, keeps them in it, and writes a page with a sentence on each. Where there are any, a PDF gets an evidence sheet for each: map, facts, verdict, matched events, sources, what is uncertain.

Movements and clash events are those that were imported into the case.</source>
   <translation>يبحث في حالة عن الممرات، ويحفظها فيها، ويكتب صفحة فيها جملة عن كل ممر. وحيث توجد ممرات يصنع ملف PDF فيه ورقة أدلة لكل منها: خريطة ووقائع وحكم وأحداث مطابقة ومصادر وما هو غير مؤكد.

التحركات وأحداث الاشتباك هي التي استُوردت إلى الحالة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/models/mapstoatlas.model3" />
   <source>A PDF with a page a date; .svg and .png are a file a page.</source>
   <translation>ملف PDF فيه صفحة لكل تاريخ؛ ⁦.svg⁩ و⁦.png⁩ ملف لكل صفحة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/models/mapstoatlas.model3" />
   <source>Atlas</source>
   <translation>أطلس</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/models/mapstoatlas.model3" />
   <source>Empty: that of the case.</source>
   <translation>فارغ: عنوان الحالة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/models/mapstoatlas.model3" />
   <source>Faction that holds all the ground</source>
   <translation>الفصيل الذي يسيطر على كل الأرض</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/models/mapstoatlas.model3" />
   <source>Files in any format that GDAL reads, with dates in names or fields.</source>
   <translation>ملفات بأي صيغة يقرؤها GDAL، والتواريخ في أسمائها أو حقولها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/models/mapstoatlas.model3" />
   <source>Folder of control maps</source>
   <translation>مجلد خرائط السيطرة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/models/mapstoatlas.model3" />
   <source>Id of a shipped theme, or path of a theme's JSON file. Empty: the default one.</source>
   <translation>معرّف سمة مرفقة، أو مسار ملف JSON لسمة. فارغ: الافتراضية.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/models/mapstoatlas.model3" />
   <source>Id, name, or any spelling that data sets use. Empty: found in the maps.</source>
   <translation>معرّف، أو اسم، أو أي تهجئة تستعملها مجموعات البيانات. فارغ: يُعرف من الخرائط.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/models/mapstoatlas.model3" />
   <source>Imports a folder of dated control maps into a case and prints an atlas of it, with a page a date.

A copy of it can be changed in the model designer: for other settings of the import, another kind of print, or a film after it.</source>
   <translation>يستورد مجلد خرائط سيطرة مؤرخة إلى حالة ويطبع منها أطلسًا فيه صفحة لكل تاريخ.

يمكن تغيير نسخة منه في مصمم النماذج: لإعدادات استيراد أخرى، أو نوع آخر من المطبوعات، أو فيلم بعده.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/models/mapstoatlas.model3" />
   <source>The GeoPackage that all is kept in, new or existing.</source>
   <translation>ملف GeoPackage الذي يُحفظ فيه كل شيء، جديد أو موجود.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/models/mapstoatlas.model3" />
   <source>Title of the atlas</source>
   <translation>عنوان الأطلس</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/themes/colour_blind_safe.json" />
   <source>Colour-blind safe</source>
   <translation>ملائمة لعمى الألوان</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/themes/colour_blind_safe.json" />
   <location filename="syria_control_plugin/resources/themes/conflict_convention.json" />
   <location filename="syria_control_plugin/resources/themes/print_hatch.json" />
   <location filename="syria_control_plugin/resources/themes/published_2017_10_24.json" />
   <source>Contested: claimed for more than one side</source>
   <translation>متنازع عليها: يُنسب أمرها إلى أكثر من طرف</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/themes/colour_blind_safe.json" />
   <location filename="syria_control_plugin/resources/themes/conflict_convention.json" />
   <location filename="syria_control_plugin/resources/themes/print_hatch.json" />
   <location filename="syria_control_plugin/resources/factions.json" />
   <source>Islamic State (ISIS / Daesh)</source>
   <translation>تنظيم الدولة الإسلامية (داعش)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/themes/colour_blind_safe.json" />
   <location filename="syria_control_plugin/resources/themes/conflict_convention.json" />
   <location filename="syria_control_plugin/resources/themes/print_hatch.json" />
   <source>Opposition forces</source>
   <translation>قوات المعارضة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/themes/colour_blind_safe.json" />
   <location filename="syria_control_plugin/resources/themes/conflict_convention.json" />
   <location filename="syria_control_plugin/resources/themes/print_hatch.json" />
   <location filename="syria_control_plugin/resources/factions.json" />
   <source>Russian forces</source>
   <translation>القوات الروسية</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/themes/colour_blind_safe.json" />
   <location filename="syria_control_plugin/resources/themes/conflict_convention.json" />
   <location filename="syria_control_plugin/resources/themes/print_hatch.json" />
   <location filename="syria_control_plugin/resources/factions.json" />
   <source>Syrian Democratic Forces</source>
   <translation>قوات سوريا الديمقراطية</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/themes/colour_blind_safe.json" />
   <location filename="syria_control_plugin/resources/themes/conflict_convention.json" />
   <location filename="syria_control_plugin/resources/themes/print_hatch.json" />
   <location filename="syria_control_plugin/resources/factions.json" />
   <source>Syrian government forces</source>
   <translation>قوات الحكومة السورية</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/themes/colour_blind_safe.json" />
   <location filename="syria_control_plugin/resources/themes/conflict_convention.json" />
   <location filename="syria_control_plugin/resources/themes/print_hatch.json" />
   <location filename="syria_control_plugin/resources/factions.json" />
   <source>Turkish forces</source>
   <translation>القوات التركية</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/themes/conflict_convention.json" />
   <source>Conflict map convention</source>
   <translation>العرف المتّبع في خرائط النزاع</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/themes/print_hatch.json" />
   <source>Black and white hatches</source>
   <translation>تظليل بالأبيض والأسود</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/themes/published_2017_10_24.json" />
   <source>Held by the Syrian army</source>
   <translation>تحت سيطرة الجيش السوري</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/themes/published_2017_10_24.json" />
   <source>Held by the opposition</source>
   <translation>تحت سيطرة المعارضة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/themes/published_2017_10_24.json" />
   <source>Published map of 24 October 2017</source>
   <translation>الخريطة المنشورة في 24 تشرين الأول/أكتوبر 2017</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/themes/published_2017_10_24.json" />
   <source>Still held by ISIS/Daesh</source>
   <translation>ما زالت تحت سيطرة تنظيم الدولة (داعش)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/themes/published_2017_10_24.json" />
   <source>Taken by ISIS/Daesh on 9 Oct 2017 and since won back from it by the opposition</source>
   <translation>أخذها تنظيم الدولة (داعش) في 9 تشرين الأول/أكتوبر 2017 ثم استعادتها منه المعارضة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/corridor_search.py" />
   <source>{!r}: the table {!r} can't be read.</source>
   <translation>{!r}: تعذّرت قراءة الجدول {!r}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/codebooks.py" />
   <source>There is no column type_of_violence: all events are taken as fights.</source>
   <translation>لا يوجد العمود type_of_violence: تُعدّ كل الأحداث معارك.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/codebooks.py" />
   <source>the date counts as known to the month</source>
   <translation>يُعدّ التاريخ معروفًا على مستوى الشهر</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/codebooks.py" />
   <source>the date counts as not exact</source>
   <translation>يُعدّ التاريخ غير دقيق</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/codebooks.py" />
   <source>the event counts as no fight</source>
   <translation>لا يُعدّ الحدث معركة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/codebooks.py" />
   <source>the place counts as known to the country</source>
   <translation>يُعدّ المكان معروفًا على مستوى البلد</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/codebooks.py" />
   <source>{} {!r:.60} is no code of the data set: {}</source>
   <translation>{} {!r:.60} ليس رمزًا في مجموعة البيانات: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/columns.py" />
   <source>{}: has no column {!r} for the {}; its columns are: {}.</source>
   <translation>{}: ليس فيه العمود {!r} المطلوب لأجل {}؛ أعمدته هي: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/importing.py" />
   <location filename="syria_control_plugin/sources/movements/importing.py" />
   <source>Rows: {} read, {} loaded, {} rejected.</source>
   <translation>الصفوف: المقروءة {}، المحمّلة {}، المرفوضة {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/importing.py" />
   <source>The table and its settings are as at the last import: the case stays as it is.</source>
   <translation>الجدول وإعداداته كما في آخر استيراد: تبقى الحالة كما هي.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/plain_table.py" />
   <source>An event of several days counts as not known to the day.</source>
   <translation>الحدث الذي يمتد عدة أيام لا يُعدّ معروف اليوم.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/plain_table.py" />
   <source>Kind {!r:.100}: {} rows, counted as {}.</source>
   <translation>النوع {!r:.100}: عدد صفوفه {}، يُعدّ {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/plain_table.py" />
   <source>There is no column with the kind: all events are taken as fights.</source>
   <translation>لا يوجد عمود للنوع: تُعدّ كل الأحداث معارك.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/plain_table.py" />
   <source>There is no column with the precision in km: all places are taken as exact.</source>
   <translation>لا يوجد عمود للدقة بالكيلومترات: تُعدّ كل الأماكن دقيقة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/plain_table.py" />
   <source>{} {!r:.60} is no distance: the place counts as known to the country</source>
   <translation>{} {!r:.60} ليس مسافة: يُعدّ المكان معروفًا على مستوى البلد</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/reader.py" />
   <source>Actors that are no known faction: {}, on {} sides. Their events stay: they show where the data set reports anything.</source>
   <translation>الجهات التي ليست فصائل معروفة: {}، في أطراف عددها {}. تبقى أحداثها: فهي تدل على ما تُبلغ عنه مجموعة البيانات.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/reader.py" />
   <source>Combined sides, of several actors: {}; each of their factions counts.</source>
   <translation>الأطراف المجمّعة من عدة جهات: {}؛ ويُحسب كل فصيل منها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/reader.py" />
   <source>Events with the same factions on both sides: {}; they are no clash of two.</source>
   <translation>الأحداث التي في طرفيها الفصائل نفسها: {}؛ فليست اشتباكًا بين طرفين.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/reader.py" />
   <source>Events: {}; with a known faction on both sides {}, on one side {}, on none {}.</source>
   <translation>الأحداث: {}؛ منها بفصيل معروف في الطرفين {}، وفي طرف واحد {}، ولا في أي منهما {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/reader.py" />
   <source>No known faction: {!r}, count {}.</source>
   <translation>ليس فصيلًا معروفًا: {!r}، العدد {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/reader.py" />
   <source>Rows with the id of an earlier row of the same data set: {}; counted once.</source>
   <translation>الصفوف التي لها معرّف صف سابق من مجموعة البيانات نفسها: {}؛ تُحسب مرة واحدة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/reader.py" />
   <location filename="syria_control_plugin/sources/movements/times.py" />
   <source>ends ({}) before it starts ({})</source>
   <translation>ينتهي ({}) قبل أن يبدأ ({})</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/reader.py" />
   <source>event {!r:.100} is there already: counted once</source>
   <translation>الحدث {!r:.100} موجود من قبل: حُسب مرة واحدة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/reader.py" />
   <source>has no rows, and so no events</source>
   <translation>ليس فيه صفوف، فليس فيه أحداث</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/reader.py" />
   <source>is neither {} nor {}, and as a plain table it has no column for: {}. Name it</source>
   <translation>ليس {} ولا {}، وليس فيه بوصفه جدولًا عاديًا عمود لأجل: {}. سمِّه</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/reader.py" />
   <source>kind {!r:.60} is none of {}</source>
   <translation>النوع {!r:.60} ليس واحدًا من {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/reader.py" />
   <source>looks like {}, but has no column {}. Export it with all columns, or name the columns with the date and both sides to have it read as a plain table</source>
   <translation>يشبه {}، لكن ليس فيه العمود {}. صدّره بكل أعمدته، أو سمِّ أعمدة التاريخ والطرفين ليُقرأ جدولًا عاديًا</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/reader.py" />
   <source>no side: both are empty</source>
   <translation>لا طرف: كلاهما فارغ</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/reader.py" />
   <location filename="syria_control_plugin/sources/maps/reports.py" />
   <source>no usable coordinates</source>
   <translation>لا إحداثيات صالحة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/reader.py" />
   <source>no usable coordinates: {}</source>
   <translation>لا إحداثيات صالحة: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/reader.py" />
   <source>the precision of its place is no distance in km</source>
   <translation>دقة مكانه ليست مسافة بالكيلومترات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/reader.py" />
   <source>{}: its rows have no points, and no columns longitude and latitude were found.</source>
   <translation>{}: ليس لصفوفه نقاط، ولم يُعثر على عمودي longitude وlatitude.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/reader.py" />
   <source>{}: {}. Its columns are: {}.</source>
   <translation>{}: {}. أعمدته هي: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/reader.py" />
   <source>… and {} more; the report's page lists all of them.</source>
   <translation>… و{} غيرها؛ وصفحة التقرير تسردها كلها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/contents.py" />
   <source>a database</source>
   <translation>قاعدة بيانات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/contents.py" />
   <source>a zip</source>
   <translation>ملف zip</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/contents.py" />
   <source>an old Office document</source>
   <translation>مستند Office قديم</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/contents.py" />
   <source>can't be read: GDAL finds no such member in the zip. Unpack it first.</source>
   <translation>لا يمكن قراءته: لا يجد GDAL ملفًا كهذا في الأرشيف المضغوط. فك ضغطه أولًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/contents.py" />
   <source>can't be read: it has a document type (&lt;!DOCTYPE), which may name other files. Save it without.</source>
   <translation>تعذّرت قراءته: فيه نوع مستند (⁦&lt;!DOCTYPE⁩)، وقد يسمي ذلك ملفات أخرى. احفظه بدونه.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/contents.py" />
   <source>can't be read: it is not a file</source>
   <translation>تعذّرت قراءته: ليس ملفًا</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/contents.py" />
   <source>can't be read: its CRS is a link or an address. Save it again with the name of its CRS, or without.</source>
   <translation>تعذّرت قراءته: نظام إحداثياته رابط أو عنوان. احفظه من جديد مع اسم نظام إحداثياته، أو بدونه.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/contents.py" />
   <source>can't be read: its CRS names a file on this computer. Save it again in another CRS.</source>
   <translation>لا يمكن قراءته: يسمي نظام إحداثياته ملفًا على هذا الحاسوب. احفظه ثانية في نظام إحداثيات آخر.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/contents.py" />
   <source>can't be read: its encoding {!r} is not known. Save it as UTF-8.</source>
   <translation>تعذّرت قراءته: ترميزه {!r} غير معروف. احفظه بترميز UTF-8.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/contents.py" />
   <source>can't be read: its schema {} takes in others. Delete the schema.</source>
   <translation>تعذّرت قراءته: مخططه {} يُدخل مخططات أخرى. احذف المخطط.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/contents.py" />
   <source>can't be read: its table {!r} uses {}, which may reach outside the file. Delete it.</source>
   <translation>تعذّرت قراءته: الجدول {!r} فيه يستعمل {}، وقد يصل ذلك إلى خارج الملف. احذف الجدول.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/contents.py" />
   <source>can't be read: the file is empty</source>
   <translation>تعذّرت قراءته: الملف فارغ</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/contents.py" />
   <source>can't be read: the name of its CRS has character references. Save it again.</source>
   <translation>لا يمكن قراءته: في اسم نظام إحداثياته إحالات محارف. احفظه ثانية.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/contents.py" />
   <source>can't be read: this .tab is made of other tables. Give those, or save it as one table.</source>
   <translation>تعذّرت قراءته: ملف ⁦.tab⁩ هذا مؤلف من جداول أخرى. اذكر تلك الجداول، أو احفظه جدولًا واحدًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/contents.py" />
   <location filename="syria_control_plugin/sources/files/delimited.py" />
   <location filename="syria_control_plugin/sources/files/opening.py" />
   <source>can't be read: {}</source>
   <translation>تعذّرت قراءته: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/contents.py" />
   <source>can't be read: {}: {}</source>
   <translation>تعذّرت قراءته: {}: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/contents.py" />
   <source>is not a .{} file: it describes a service ({}). Download the data and give the file.</source>
   <translation>ليس ملف ⁦.{}⁩: هو يصف خدمة ({}). نزّل البيانات واذكر الملف.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/contents.py" />
   <source>is not a .{} file: it is a virtual data source ({}). Give the data that it names.</source>
   <translation>ليس ملف ⁦.{}⁩: هو مصدر بيانات افتراضي ({}). اذكر البيانات التي يسميها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/contents.py" />
   <source>is not a .{} file: its content is something else. Save it again.</source>
   <translation>ليس ملف ⁦.{}⁩: محتواه شيء آخر. احفظه من جديد.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/contents.py" />
   <source>is not a .{} file: its content is {}. Rename it, or save it again.</source>
   <translation>ليس ملف ⁦.{}⁩: محتواه {}. أعد تسميته، أو احفظه من جديد.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/contents.py" />
   <source>is not a MapInfo table: a .tab has some lines, this one has over 16 MB</source>
   <translation>ليس جدول MapInfo: ملف ⁦.tab⁩ فيه بضعة أسطر، وهذا أكبر من 16 ميغابايت</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/contents.py" />
   <source>is not a file geodatabase: the folder has no table a00000001.gdbtable</source>
   <translation>ليس قاعدة بيانات جغرافية ملفية: ليس في المجلد الجدول a00000001.gdbtable</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/coordinates.py" />
   <source>PROJ does not know the coordinate reference system {!r}</source>
   <translation>لا تعرف PROJ نظام الإحداثيات المرجعي {!r}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/coordinates.py" />
   <source>names no CRS: taken as lon/lat, WGS 84</source>
   <translation>لا يذكر نظام إحداثيات: عُدّ طولًا وعرضًا، WGS 84</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/coordinates.py" />
   <location filename="syria_control_plugin/sources/movements/geometry.py" />
   <source>x and y swapped: latitude stood first</source>
   <translation>بُدّل بين x وy: كان خط العرض أولًا</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/coordinates.py" />
   <source>{}: its CRS {!r} can't be brought to lon/lat: {}</source>
   <translation>{}: تعذّر تحويل نظام إحداثياته {!r} إلى خطوط طول وعرض: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/coordinates.py" />
   <source>{}: names no coordinate reference system and its numbers are no degrees: set CRS.</source>
   <translation>{}: لا يذكر نظام إحداثيات مرجعيًا وأرقامه ليست درجات: اضبط CRS.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/csv_records.py" />
   <source>header: quotation mark read as text in {!r:.80}</source>
   <translation>الترويسة: علامة اقتباس قُرئت نصًا في {!r:.80}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/csv_records.py" />
   <location filename="syria_control_plugin/sources/files/delimited.py" />
   <source>is empty</source>
   <translation>فارغ</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/csv_records.py" />
   <source>is not a table: its first line has more than {} characters</source>
   <translation>ليس جدولًا: سطره الأول أطول من {} من المحارف</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/csv_records.py" />
   <source>is not a table: most rows have far fewer cells than its header, which has {}</source>
   <translation>ليس جدولًا: معظم الصفوف خلاياها أقل بكثير من رأسه الذي فيه {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/csv_records.py" />
   <source>line {}: a cell of {} characters, the limit of spreadsheets: it may be cut off: {!r:.80}</source>
   <translation>السطر {}: خلية عدد محارفها {}، وهو الحد في برامج الجداول: قد تكون مقطوعة: {!r:.80}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/csv_records.py" />
   <source>line {}: a cell that spans {} lines, some of them like rows: {!r:.80}. Check its quotation marks.</source>
   <translation>السطر {}: خلية تمتد على أسطر عددها {}، بعضها يشبه الصفوف: {!r:.80}. تحقق من علامات الاقتباس فيها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/csv_records.py" />
   <source>line {}: bytes that are not text, shown as �: {!r:.80}</source>
   <translation>السطر {}: بايتات ليست نصًا، تظهر على شكل �: {!r:.80}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/csv_records.py" />
   <source>line {}: longer than {} characters: {!r:.80}</source>
   <translation>السطر {}: أطول من {} من المحارف: {!r:.80}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/csv_records.py" />
   <source>line {}: quotation mark inside a cell, read as text: {!r:.80}</source>
   <translation>السطر {}: علامة اقتباس داخل خلية، قُرئت نصًا: {!r:.80}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/csv_records.py" />
   <source>line {}: quotation mark not closed where it should be, {} of {} cells: {!r}</source>
   <translation>السطر {}: علامة اقتباس لم تُغلق حيث ينبغي، الخلايا {} من {}: {!r}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/csv_records.py" />
   <source>line {}: quotation mark not closed, read as text: {!r:.80}</source>
   <translation>السطر {}: علامة اقتباس غير مغلقة، قُرئت نصًا: {!r:.80}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/csv_records.py" />
   <source>line {}: the file ends inside this row, after {} of {} cells: {!r:.80}. Get the whole file.</source>
   <translation>السطر {}: ينتهي الملف داخل هذا الصف، بعد خلايا عددها {} من {}: {!r:.80}. احصل على الملف كاملًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/csv_records.py" />
   <source>line {}: {} cells for {} columns, beyond the last: {!r:.80}. Quote cells that contain the separator.</source>
   <translation>السطر {}: عدد الخلايا {} وعدد الأعمدة {}، وما بعد الأخير: {!r:.80}. ضع الخلايا التي تحوي الفاصل بين علامتي اقتباس.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/csv_records.py" />
   <source>line {}: {} of {} cells, the others are read as empty: {!r:.80}</source>
   <translation>السطر {}: الخلايا {} من {}، وتُقرأ الأخرى فارغة: {!r:.80}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/csv_records.py" />
   <location filename="syria_control_plugin/sources/files/gdal_reader.py" />
   <source>reading stopped here: {}</source>
   <translation>توقفت القراءة هنا: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/csv_records.py" />
   <source>{} more rows of this kind, the last one row {}: {}</source>
   <translation>صفوف أخرى من هذا النوع: {}، آخرها الصف {}: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/delimited.py" />
   <source>column {} has no name: read as {!r}</source>
   <translation>العمود {} بلا اسم: قُرئ باسم {!r}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/delimited.py" />
   <source>{} is not a number: {!r:.80}: read as empty</source>
   <translation>{} ليس عددًا: {!r:.80}: قُرئ فارغًا</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/gdal_reader.py" />
   <source>GDAL gives no reason</source>
   <translation>لا تذكر GDAL سببًا</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/gdal_reader.py" />
   <source>geometry can't be built: a {}</source>
   <translation>لا يمكن بناء الشكل الهندسي: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/gdal_reader.py" />
   <source>its rows need more than the {:.1f} GB of memory that may be used. Split the file.</source>
   <translation>تحتاج صفوفه إلى أكثر من {:.1f} غيغابايت من الذاكرة المسموح بها. قسّم الملف.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/gdal_reader.py" />
   <source>line with fewer than two points</source>
   <translation>خط له أقل من نقطتين</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/gdal_reader.py" />
   <source>ring with fewer than four points</source>
   <translation>حلقة لها أقل من أربع نقاط</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/gpx.py" />
   <source>waypoints left out: the file has tracks or routes</source>
   <translation>تُركت نقاط الطريق: في الملف مسارات أو طرق</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/inputs.py" />
   <source>Files on different drives can't be imported together: import them one by one.</source>
   <translation>لا يمكن استيراد ملفات على أقراص مختلفة معًا: استوردها واحدًا واحدًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/inputs.py" />
   <source>No file matches the pattern {!r}.</source>
   <translation>لا ملف يطابق النمط {!r}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/inputs.py" />
   <location filename="syria_control_plugin/sources/files/opening.py" />
   <source>There is no file, folder or pattern {!r}. Check the path.</source>
   <translation>لا يوجد ملف ولا مجلد ولا نمط {!r}. تحقق من المسار.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/opening.py" />
   <source>can't be read: the ending {!r} is not read. Save it as one of {}.</source>
   <translation>تعذّرت قراءته: نهاية الاسم {!r} لا تُقرأ. احفظه بإحدى النهايات التالية: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/opening.py" />
   <source>it is not a whole file of its ending</source>
   <translation>ليس ملفًا كاملًا من النوع الذي تدل عليه نهاية اسمه</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/opening.py" />
   <source>{!r} describes other data. Save these to a file and give that.</source>
   <translation>{!r} يصف بيانات أخرى. احفظها في ملف واذكره.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/opening.py" />
   <source>{!r} names a service or a driver ({}:). Download the data and give the file.</source>
   <translation>{!r} يسمي خدمة أو برنامج تشغيل (⁦{}:⁩). نزّل البيانات واذكر الملف.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/opening.py" />
   <source>{!r} names a virtual file system. Save the data to a folder and give that.</source>
   <translation>{!r} يسمي نظام ملفات افتراضيًا. احفظ البيانات في مجلد واذكره.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/project_layers.py" />
   <source>can't be read: it has no layer</source>
   <translation>تعذّرت قراءته: ليس فيه طبقة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/project_layers.py" />
   <source>taken as QGIS has it open ({}); as a file the plugin would not read it</source>
   <translation>أُخذت كما هي مفتوحة في QGIS ({})؛ ولو ذُكرت ملفًا لما قرأتها الإضافة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/project_layers.py" />
   <source>{!r} can't be shown as it is: {}. Fix the file, then try again.</source>
   <translation>لا يمكن عرض {!r} كما هو: {}. أصلح الملف ثم حاول من جديد.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/project_layers.py" />
   <source>{!r}, from which QGIS has this layer open, has {} rows, the layer {}.</source>
   <translation>{!r}، ومنه فتح QGIS هذه الطبقة، عدد صفوفه {}، وعدد صفوف الطبقة {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/project_layers.py" />
   <source>{!r}, from which QGIS has this layer open, has {} rows, the layer {}. The first one that differs is row {}: {!r:.200}. Import the file itself to have all rows.</source>
   <translation>{!r}، ومنه فتح QGIS هذه الطبقة، عدد صفوفه {}، وعدد صفوف الطبقة {}. أول صف مختلف هو الصف {}: {!r:.200}. استورد الملف نفسه لتحصل على كل الصفوف.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/reader_process.py" />
   <source>reading it ended without a result: it needs more than the {:.1f} GB of memory that may be used, or is damaged. Split the file, or convert it to a GeoPackage.</source>
   <translation>انتهت قراءته بلا نتيجة: تحتاج إلى أكثر من الذاكرة المسموح باستعمالها، وهي {:.1f} غيغابايت، أو أن الملف تالف. قسّم الملف، أو حوّله إلى GeoPackage.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/reader_process.py" />
   <source>{:.1f} GB: reading it needs more than the {:.1f} GB of memory that may be used. Split the file, or convert it to a GeoPackage.</source>
   <translation>{:.1f} غيغابايت: تحتاج قراءته إلى أكثر من الذاكرة المسموح باستعمالها، وهي {:.1f} غيغابايت. قسّم الملف، أو حوّله إلى GeoPackage.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/tables.py" />
   <source>has {} columns, more than {}. Delete those that are not needed.</source>
   <translation>فيه {} عمودًا، وهي أكثر من {}. احذف ما لا يلزم منها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/tables.py" />
   <source>two columns are named {!r}: column {} is read as {!r}</source>
   <translation>عمودان باسم {!r}: يُقرأ العمود {} باسم {!r}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/zips.py" />
   <source>a link, not a file: put the file itself into the zip</source>
   <translation>رابط وليس ملفًا: ضع الملف نفسه في ملف zip</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/zips.py" />
   <source>encrypted: unpack the zip with its password and select the folder</source>
   <translation>مشفّر: فُكّ ضغط ملف zip بكلمة مروره واختر المجلد</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/zips.py" />
   <source>its name leads out of the zip</source>
   <translation>اسمه يقود إلى خارج ملف zip</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/zips.py" />
   <source>not a file: put the file itself into the zip</source>
   <translation>ليس ملفًا: ضع الملف نفسه في ملف zip</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/zips.py" />
   <source>stands in the zip several times under this name</source>
   <translation>يرد في ملف zip عدة مرات بهذا الاسم</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/zips.py" />
   <source>{}: not a readable zip: {}</source>
   <translation>{}: ليس ملف zip مقروءًا: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/zips.py" />
   <source>{}: unpacks to {:.0f} GB; unpack it yourself and give the folder.</source>
   <translation>{}: يُفك ضغطه إلى {:.0f} غيغابايت؛ فُكّه بنفسك واذكر المجلد.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/zips.py" />
   <source>{}: {:.1f} MB that unpack to {:.1f} GB are no maps: not read.</source>
   <translation>{}: {:.1f} ميغابايت تُفك إلى {:.1f} غيغابايت ليست خرائط: لم تُقرأ.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/detection.py" />
   <source>An end field needs a start field: set START_FIELD too.</source>
   <translation>يحتاج حقل النهاية إلى حقل بداية: اضبط START_FIELD أيضًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/detection.py" />
   <source>Date: {}.</source>
   <translation>التاريخ: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/detection.py" />
   <source>Faction: {}.</source>
   <translation>الفصيل: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/detection.py" />
   <source>No date found in {!r}: neither in its name, nor in a field ({}), nor in its own properties. Set DATE_FIELD, or put the date into the name of the file, layer or folder.</source>
   <translation>لم يُعثر على تاريخ في {!r}: لا في اسمه، ولا في حقل ({})، ولا في خصائصه. اضبط DATE_FIELD، أو ضع التاريخ في اسم الملف أو الطبقة أو المجلد.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/detection.py" />
   <source>No faction found in {!r}: set FACTION to the one that holds all the ground, or FACTION_FIELD to one of its fields ({}).</source>
   <translation>لم يُعثر على فصيل في {!r}: اضبط FACTION على من يسيطر على كل الأرض، أو FACTION_FIELD على أحد حقوله ({}).</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/detection.py" />
   <source>Set either FACTION, for all rows, or FACTION_FIELD; both are set.</source>
   <translation>اضبط إما FACTION لكل الصفوف أو FACTION_FIELD؛ كلاهما مضبوط.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/detection.py" />
   <source>There is no field {!r} in {!r}; its fields are: {}.</source>
   <translation>لا يوجد الحقل {!r} في {!r}؛ حقوله هي: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/detection.py" />
   <source>There is nothing to import: no file could be read.</source>
   <translation>لا شيء للاستيراد: تعذّرت قراءة أي ملف.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/detection.py" />
   <source>field {!r}</source>
   <translation>الحقل {!r}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/detection.py" />
   <source>fields {!r} to {!r}</source>
   <translation>الحقلان {!r} إلى {!r}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/detection.py" />
   <source>file's own property {!r}</source>
   <translation>خاصية الملف نفسه {!r}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/detection.py" />
   <location filename="syria_control_plugin/sources/movements/detection.py" />
   <source>guessed from its name</source>
   <translation>تخمين من اسمه</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/detection.py" />
   <source>guessed from the names</source>
   <translation>تخمين من الأسماء</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/detection.py" />
   <source>guessed: its values are dates</source>
   <translation>تخمين: قيمه تواريخ</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/detection.py" />
   <source>guessed: {} of its {} names are known factions</source>
   <translation>تخمين: {} من أسمائه وعددها {} فصائل معروفة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/detection.py" />
   <source>name of the file, layer or folder</source>
   <translation>اسم الملف أو الطبقة أو المجلد</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/detection.py" />
   <source>{!r} for all</source>
   <translation>{!r} للكل</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/detection.py" />
   <source>{} ({})</source>
   <translation>{} ({})</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/importing.py" />
   <source>PRECEDENCE names {!r}, which no row holds and no list of factions knows.</source>
   <translation>في PRECEDENCE الاسم {!r}، ولا يسيطر في أي صف ولا تعرفه أي قائمة فصائل.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/importing.py" />
   <source>There is nothing to import: no map was found.</source>
   <translation>لا شيء للاستيراد: لم يُعثر على أي خريطة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/layer_series.py" />
   <source>Series: by field {!r}, sources: {}; they are never compared with each other.</source>
   <translation>السلسلة: بحسب الحقل {!r}، المصادر: {}؛ ولا يُقارن بعضها ببعض أبدًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/layer_series.py" />
   <source>Series: one, {!r}; field {!r}, {} sources, does not tell series apart ({}).</source>
   <translation>السلسلة: واحدة، {!r}؛ والحقل {!r}، وفيه {} من المصادر، لا يميّز بين السلاسل ({}).</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/layer_series.py" />
   <source>it holds web addresses</source>
   <translation>فيه عناوين مواقع</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/layer_series.py" />
   <source>none of them has two dates</source>
   <translation>ليس لأي منها تاريخان</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reader.py" />
   <source>Z or M values of {} rows left out</source>
   <translation>تُركت قيم Z أو M في صفوف عددها {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reader.py" />
   <source>a table without any geometry: not a map</source>
   <translation>جدول بلا أي شكل هندسي: ليس خريطة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reader.py" />
   <location filename="syria_control_plugin/sources/movements/reader.py" />
   <source>coordinates off the globe</source>
   <translation>إحداثيات خارج الكرة الأرضية</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reader.py" />
   <source>has no field {!r}; its fields are: {}</source>
   <translation>ليس فيه الحقل {!r}؛ حقوله هي: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reader.py" />
   <source>its name {!r} holds several dates</source>
   <translation>في اسمه {!r} عدة تواريخ</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reader.py" />
   <source>its own property {!r} is no date: {!r}</source>
   <translation>خاصيته {!r} ليست تاريخًا: {!r}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reader.py" />
   <source>lies outside of the folders whose names give the dates</source>
   <translation>يقع خارج المجلدات التي تعطي أسماؤها التواريخ</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reader.py" />
   <source>no features: taken as a map of {} on which nobody holds ground</source>
   <translation>لا عناصر فيها: عُدّت خريطة {} ولا أحد يسيطر فيها على أرض</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reader.py" />
   <source>rows of {} overlap on {}: counted once</source>
   <translation>تتراكب صفوف {} في {}: حُسبت مرة واحدة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reader.py" />
   <source>shares a map with a file read now, and is not part of this import</source>
   <translation>يشترك في خريطة مع ملف قُرئ الآن، وليس جزءًا من هذا الاستيراد</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reader.py" />
   <source>the period ends ({}) before or as it starts ({})</source>
   <translation>تنتهي المدة ({}) قبل أن تبدأ أو عند بدايتها ({})</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reports.py" />
   <source>column {!r}</source>
   <translation>العمود {!r}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reports.py" />
   <source>for the {} (looked for: {})</source>
   <translation>لأجل {} (بُحث عن: {})</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reports.py" />
   <source>lies at the same spot as place {!r}</source>
   <translation>يقع في البقعة نفسها التي يقع فيها المكان {!r}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reports.py" />
   <source>place {!r} is not in the table of places</source>
   <translation>المكان {!r} ليس في جدول الأماكن</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reports.py" />
   <source>place {!r} is there already: the first position counts</source>
   <translation>المكان {!r} موجود من قبل: يُحسب الموضع الأول</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reports.py" />
   <source>{}, row {}: {}</source>
   <translation>{}، الصف {}: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reports.py" />
   <source>{}: has no column {}; its columns are: {}.</source>
   <translation>{}: ليس فيه العمود {}؛ أعمدته هي: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reports.py" />
   <source>{}: has no place with usable coordinates.</source>
   <translation>{}: ليس فيه مكان بإحداثيات صالحة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reports.py" />
   <source>{}: has no polygon that could be the area of interest.</source>
   <translation>{}: ليس فيه مضلع يصلح أن يكون منطقة الاهتمام.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reports.py" />
   <source>{}: has {} tables with rows; give a file or layer with one.</source>
   <translation>{}: فيه {} من الجداول ذات الصفوف؛ اذكر ملفًا أو طبقة فيها جدول واحد.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/detection.py" />
   <source>{}: has no field {!r}; its fields are: {}.</source>
   <translation>{}: ليس فيه الحقل {!r}؛ حقوله هي: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/detection.py" />
   <source>{}: points make a track only where a field says which track each belongs to (looked for: {}, with several rows each): set ID_FIELD; or FACTION, if all are one track.</source>
   <translation>{}: لا تكوّن النقاط مسارًا إلا حيث يذكر حقل إلى أي مسار تنتمي كل منها (بُحث عن: {}، ولكل منها عدة صفوف): اضبط ID_FIELD؛ أو FACTION إذا كانت كلها مسارًا واحدًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/geometry.py" />
   <source>{} is no line or point as WKT: {!r:.80}</source>
   <translation>{} ليس خطًا ولا نقطة بصيغة WKT: {!r:.80}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/geometry.py" />
   <source>{}: has neither lines nor points, nor fields with coordinates or WKT; its fields are: {}.</source>
   <translation>{}: ليس فيه خطوط ولا نقاط، ولا حقول فيها إحداثيات أو WKT؛ حقوله هي: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/importing.py" />
   <source>Files and settings are as at the last import: the case stays as it is.</source>
   <translation>الملفات والإعدادات كما في آخر استيراد: تبقى الحالة كما هي.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/importing.py" />
   <source>In the place of {} movements of an import of the same name.</source>
   <translation>حلّت محل تحركات عددها {} من استيراد بالاسم نفسه.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/importing.py" />
   <source>Movements: {}; fixes with a time: {}; tracks cut: {}.</source>
   <translation>التحركات: {}؛ نقاط الرصد التي لها وقت: {}؛ المسارات المقطوعة: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/importing.py" />
   <source>There is nothing to import: no file or layer with movements was found.</source>
   <translation>لا شيء للاستيراد: لم يُعثر على ملف أو طبقة فيها تحركات.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/importing.py" />
   <source>Unknown faction {!r}: {} rows.</source>
   <translation>فصيل غير معروف {!r}، وعدد صفوفه {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/reader.py" />
   <source>a case: of its tables only the one with movements is read</source>
   <translation>حالة: لا يُقرأ من جداولها إلا الذي فيه تحركات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/reader.py" />
   <source>a line that stays in one point</source>
   <translation>خط يبقى في نقطة واحدة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/reader.py" />
   <source>coordinates that are no numbers</source>
   <translation>إحداثيات ليست أعدادًا</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/reader.py" />
   <source>has {} parts: each is a movement of its own</source>
   <translation>له أجزاء عددها {}: كل منها تحرّك قائم بذاته</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/reader.py" />
   <source>its M values are times from {} to {}, outside of its own date ({} to {}): the M values count</source>
   <translation>قيم M فيه أوقات من {} إلى {}، خارج تاريخه ({} إلى {}): المعتمد قيم M</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/reader.py" />
   <source>its M values, from {:.10g} to {:.10g}, are no times: ignored</source>
   <translation>قيم M فيه، من {:.10g} إلى {:.10g}، ليست أوقاتًا: أُهملت</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/reader.py" />
   <source>kept only where all fixes of a movement have the same value: {}</source>
   <translation>لا يُحفظ إلا حيث تتفق قيمته في كل نقاط رصد التحرّك: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/reader.py" />
   <source>neither a line nor a point</source>
   <translation>ليس خطًا ولا نقطة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/reader.py" />
   <source>no track: {} is empty</source>
   <translation>لا مسار: {} فارغ</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/reader.py" />
   <source>part {} stays in one point: left out</source>
   <translation>يبقى الجزء {} في نقطة واحدة: تُرك</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/reader.py" />
   <source>parts that join end to end made one: {} joints</source>
   <translation>جُمعت أجزاء متصلة الأطراف في واحد: عدد الوصلات {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/reader.py" />
   <source>several points in one row</source>
   <translation>عدة نقاط في صف واحد</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/reader.py" />
   <source>{} movements had the id of another: told apart as "{}" and so on</source>
   <translation>كان لعدد {} من التحركات معرّف غيرها: مُيّزت بمثل "{}" وهكذا</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/reader.py" />
   <source>{}: has no rows.</source>
   <translation>{}: ليس فيه صفوف.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/reader.py" />
   <source>{}: {!r} has {}s: give lines, or points with times.</source>
   <translation>{}: في {!r} عناصر من نوع {}: اذكر خطوطًا، أو نقاطًا لها أوقات.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/times.py" />
   <source>an outlier: the fixes before and after it fit each other, and not it</source>
   <translation>قيمة شاذة: نقطتا الرصد قبلها وبعدها متفقتان، وهي لا تتفق معهما</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/times.py" />
   <source>another fix of its track has the same time, elsewhere</source>
   <translation>لنقطة رصد أخرى من مساره الوقت نفسه في مكان آخر</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/times.py" />
   <source>the only fix of its track, or between two cuts of it</source>
   <translation>نقطة الرصد الوحيدة في مسارها، أو بين قطعين منه</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/times.py" />
   <source>the times and places of its vertices leave no two that follow each other</source>
   <translation>لا تُبقي أوقات رؤوسه وأماكنها نقطتين متتاليتين</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/times.py" />
   <source>track {!r:.60} cut {} between {} and {}, {}: {:.1f} km in {:.2f} hours</source>
   <translation>قُطع المسار {!r:.60} {} بين {} و{}، {}: {:.1f} كم في {:.2f} ساعة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/times.py" />
   <source>{!r:.60} is no time in seconds since 1970</source>
   <translation>{!r:.60} ليس وقتًا بالثواني منذ 1970</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/times.py" />
   <source>{!r:.60} lies outside the dates allowed</source>
   <translation>{!r:.60} يقع خارج التواريخ المسموحة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/times.py" />
   <source>{} fixes have the time and, within 50 m, the place of another of their track: counted once</source>
   <translation>لعدد {} من نقاط الرصد وقت نقطة أخرى من مسارها ومكانها ضمن 50 م: حُسبت مرة واحدة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/times.py" />
   <source>{} of its vertices left out: {}</source>
   <translation>تُرك من رؤوسه {}: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/times.py" />
   <source>{}: no field of its points has times; its fields are: {}. Set DATE_FIELD.</source>
   <translation>{}: لا حقل من حقول نقاطه فيه أوقات؛ حقوله هي: {}. اضبط DATE_FIELD.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/qgis_python.py" />
   <source>Install pip (Debian and Ubuntu: sudo apt install python3-pip) and try again.</source>
   <translation>ثبّت pip (في Debian وUbuntu: ⁦sudo apt install python3-pip⁩) وحاول من جديد.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/qgis_python.py" />
   <source>Install pip (in a terminal: {}) and try again.</source>
   <translation>ثبّت pip (في الطرفية: {}) وحاول من جديد.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/qgis_python.py" />
   <source>Install the package python3-pip with the OSGeo4W installer and try again.</source>
   <translation>ثبّت الحزمة python3-pip ببرنامج تثبيت OSGeo4W وحاول من جديد.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/qgis_python.py" />
   <source>No program of QGIS's Python {} exists. Paths checked: {}</source>
   <translation>لا يوجد برنامج Python {} الخاص بـ QGIS. المسارات التي فُحصت: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/qgis_python.py" />
   <source>Shapely can't be installed: QGIS's Python, {}, has no pip. {}</source>
   <translation>لا يمكن تثبيت Shapely: ليس في Python الخاص بـ QGIS، {}، أداة pip. {}</translation>
  </message>
 </context>
</TS>
