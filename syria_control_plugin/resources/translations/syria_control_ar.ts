<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
 <context>
  <name>SyriaControl</name>
  <message>
   <location filename="syria_control_plugin/algorithms/areaovertime.py" />
   <source>A map is valid until the next one. Areas are computed on the WGS 84 ellipsoid. Contested territory counts for each faction reported to hold it.</source>
   <translation>تسري الخريطة حتى التي تليها. المساحة على إهليلج WGS 84. الأرض المتنازع عليها تُحسب لكل فصيل يُقال إنه يسيطر عليها.</translation>
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
   <source>Computes the area held by each faction. The output table has one row for each faction and each date on which any territory changed, with the ellipsoidal area, the share of all territory held on that date (0 to 1) and the change since the previous date. Choose a .csv file as the output to use the table in a spreadsheet.

Missing data is not zero. On a date on which a source has no territory at all (in a gap of the source or after its last map), area, share and change are empty and the chart has a break. The first change after such a gap is measured from the last known date before it. A map without territory is also treated as missing data.

If the source maps the territory of one side only, shares are empty: they would always be 1, even where the other side holds territory.

Contested territory counts for each faction reported to hold it, but only once in the total of the shares. The shares add up to 1 if no territory is contested, and to more than 1 if some is.

The chart is an image for a report (.png or .svg) in the colours and labels of the theme, with one panel for each source. It is a step chart: a map is valid until the next one, and the last map is drawn slightly beyond its date.</source>
   <translation>كم من الأرض سيطر عليها كل فصيل: جدول فيه صف لكل فصيل ولكل تاريخ تغيّرت فيه أرض أحد، وفيه المساحة على الإهليلج، والحصة من كل الأرض الخاضعة للسيطرة في ذلك التاريخ (من 0 إلى 1)، والتغيّر منذ التاريخ السابق. اختر للمخرجات ملف ⁦.csv⁩ لبرنامج جداول.

صمت المصدر ليس صفرًا: في تاريخ لا منطقة سيطرة فيه أصلًا (فجوة في المصدر، أو نهاية خرائطه) تكون المساحة والحصة والتغيّر فارغة، وينقطع الرسم. والتغيّر بعد فجوة كهذه محسوب منذ آخر تاريخ معروف قبلها. والخريطة التي لا منطقة سيطرة فيها تُعدّ صمتًا أيضًا.

إذا كان المصدر يرسم أرض طرف واحد فقط فالحصص فارغة: فهي كانت ستكون 1 دائمًا، حتى حيث يسيطر الطرف الآخر على أرض.

الأرض المتنازع عليها تُحسب لكل فصيل يُقال إنه يسيطر عليها، لكنها تُحسب مرة واحدة في مجموع الحصص: مجموع الحصص 1 حيث لا أرض متنازع عليها، وأكثر من ذلك حيث توجد.

الرسم صورة لتقرير (⁦.png⁩ أو ⁦.svg⁩) بألوان السمة وكلماتها، فيه لوحة لكل مصدر. وهو متدرّج: تسري الخريطة حتى التي تليها؛ والأخيرة تُرسم إلى ما بعد تاريخها بقليل.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/areaovertime.py" />
   <source>Enter for example who made the maps and from what. A statement of how areas are measured is added.</source>
   <translation>مثل من صنع الخرائط ومن ماذا. تُضاف إليها طريقة قياس المساحات.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/areaovertime.py" />
   <source>If empty, the title is “Area held over time”.</source>
   <translation>فارغ: «مساحة السيطرة عبر الزمن».</translation>
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
   <source>The chart is written as an image for a report, .png or .svg. If empty, no chart is drawn.</source>
   <translation>صورة لتقرير: ⁦.png⁩ أو ⁦.svg⁩. فارغ: لا يُرسم شيء.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/areaovertime.py" />
   <source>The chart shows one line for each faction, or stacked areas.</source>
   <translation>خط لكل فصيل، أو مساحات بعضها فوق بعض.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/areaovertime.py" />
   <source>The table has one row for each faction and date. Choose a .csv file to use it in a spreadsheet.</source>
   <translation>صف لكل فصيل وتاريخ. اختر ملف ⁦.csv⁩ لبرنامج جداول.</translation>
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
   <source>Blocs of factions (empty: those of the case and the known ones)</source>
   <translation>كتل الفصائل (فارغ: كتل الحالة والكتل المعروفة)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/base.py" />
   <source>Encoding of text that is not UTF-8 (empty: as the file states)</source>
   <translation>ترميز النص الذي ليس ⁦UTF-8⁩ (فارغ: كما يذكر الملف)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/base.py" />
   <source>Enter the id of a shipped theme, or the path of a theme's JSON file. If empty, the theme of the case is used, otherwise the default theme.</source>
   <translation>معرّف سمة مرفقة، أو مسار ملف JSON لسمة. فارغ: سمة الحالة، وإلا فالافتراضية.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/base.py" />
   <source>FACTION_BLOCS: {}</source>
   <translation>⁦FACTION_BLOCS⁩: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/base.py" />
   <source>Factions of one bloc count as one. Example: “RUS: GOV 2015-09-30/2024-12-08; SNA: TUR”. Russian forces belong to the bloc of the Syrian government from the first day until before the second; SNA always belongs to the bloc of Turkey. Two dots leave a side open, as in “TUR: OPP 2016-08-24/..”.</source>
   <translation>تُعدّ فصائل الكتلة الواحدة فصيلًا واحدًا. مثال: «⁦RUS: GOV 2015-09-30/2024-12-08; SNA: TUR⁩». تنتمي القوات الروسية إلى كتلة الحكومة السورية من اليوم الأول إلى ما قبل اليوم الثاني؛ وينتمي ⁦SNA⁩ دائمًا إلى كتلة تركيا. ونقطتان تتركان أحد الطرفين مفتوحًا، كما في «⁦TUR: OPP 2016-08-24/..⁩».</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/base.py" />
   <source>First year of the century of two-digit years</source>
   <translation>السنة الأولى من قرن السنوات ذات الرقمين</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/base.py" />
   <source>For example 2000. If empty, dates with two-digit years are rejected.</source>
   <translation>مثلًا ⁦2000⁩. إذا تُرك فارغًا، تُرفض التواريخ التي سنتها من رقمين.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/base.py" />
   <source>For example windows-1256 for tables from an Arabic Windows. Text that is valid UTF-8 is read as UTF-8. An encoding set here is kept for the next import of the source.</source>
   <translation>مثلًا ⁦windows-1256⁩ لجداول من ويندوز عربي. يُقرأ النص الصالح بترميز ⁦UTF-8⁩ على أنه ⁦UTF-8⁩. يُحفظ الترميز المحدد هنا للاستيراد التالي من المصدر.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/base.py" />
   <source>Last day of the period in the end field</source>
   <translation>اليوم الأخير من الفترة في حقل النهاية</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/base.py" />
   <source>Order of day and month in dates such as 5/6/2017</source>
   <translation>ترتيب اليوم والشهر في تواريخ مثل ⁦5/6/2017⁩</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/base.py" />
   <source>REPORT: the folder of {!r} does not exist. Create it or choose another.</source>
   <translation>في REPORT: مجلد {!r} غير موجود. أنشئه أو اختر غيره.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/base.py" />
   <source>REPORT: {!r}: {}</source>
   <translation>في REPORT: {!r}: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/base.py" />
   <source>The option auto detects the order from the data. If the data is ambiguous, the import stops and asks for the order.</source>
   <translation>الخيار ⁦auto⁩: كما تُثبته البيانات نفسها؛ فإن لم تُثبته توقف الاستيراد وسأل.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/base.py" />
   <source>The option auto detects the unit. If a number can mean two dates, the import stops and asks for the unit.</source>
   <translation>يكتشف الخيار ⁦auto⁩ الوحدة. إذا أمكن أن يعني رقم تاريخين، يتوقف الاستيراد ويسأل عن الوحدة.</translation>
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
   <source>Time zone of days (empty: that of the case, otherwise proposed from the place)</source>
   <translation>المنطقة الزمنية للأيام (إن تُركت فارغة: منطقة الحالة، وإلا فالمقترحة من المكان)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/base.py" />
   <source>Unit of times since 1970</source>
   <translation>وحدة الأوقات منذ 1970</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/base.py" />
   <source>true: an end that names a day is the last day of the period. false: it is the first day after the period. The option auto detects the meaning from the rows that follow. If ends could be last days and the data does not prove it, the tool stops and asks.</source>
   <translation>⁦true⁩: النهاية التي تذكر يومًا هي اليوم الأخير من الفترة. ⁦false⁩: هي اليوم الأول بعد الفترة. يكتشف الخيار ⁦auto⁩ المعنى من الصفوف التالية. إذا أمكن أن تكون النهايات أيامًا أخيرة ولم تثبت البيانات ذلك، تتوقف الأداة وتسأل.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/case_base.py" />
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>CRS: {!r} is not a coordinate reference system. Enter a valid one, such as EPSG:4326.</source>
   <translation>في CRS: {!r} ليس نظام إحداثيات مرجعيًا. أدخل نظامًا صحيحًا مثل ⁦EPSG:4326⁩.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/case_base.py" />
   <source>Case (new or existing)</source>
   <translation>الحالة (جديدة أو موجودة)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/case_base.py" />
   <source>GeoPackage of the case. Data of other sources in an existing case is kept.</source>
   <translation>ملف GeoPackage الذي يُحفظ فيه كل شيء. ما في حالة موجودة من مصادر أخرى يبقى.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/case_base.py" />
   <source>INPUT: choose layers or files, or set PATHS to a folder, zip file, pattern, group or database.</source>
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
   <source>Left out because they are not maps: {}</source>
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
   <location filename="syria_control_plugin/gui/controllers/case_loader.py" />
   <source>Styles in the case that were not created in this QGIS profile are not used: {}.</source>
   <translation>في الحالة أنماط لم تُصنع هنا ولا تُستعمل: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/case_base.py" />
   <source>Territories in the case</source>
   <translation>مناطق السيطرة في الحالة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/case_base.py" />
   <source>The report lists what was detected, repaired and left out, row by row.</source>
   <translation>صفحة بما وُجد وأُصلح وتُرك، صفًا صفًا.</translation>
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
   <location filename="syria_control_plugin/resources/models/casetocorridorreport.model3" />
   <source>Choose the case to search. The corridors are stored in it.</source>
   <translation>الحالة التي يُبحث فيها، وتُحفظ فيها الممرات.</translation>
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
   <source>Inferred transits</source>
   <translation>عبور مستنتَج</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/casecorridors.py" />
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <source>Interpolated transits</source>
   <translation>عبور مستكمَل</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/casecorridors.py" />
   <source>Observed transits</source>
   <translation>عبور مرصود</translation>
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
   <source>Searches a case for corridors in the same manner as the panel: corridors of its movements, and corridors inferred from its maps alone. Each corridor is assessed against the clash events of the case. The corridors are stored in the case and replace its earlier ones; the panel, evidence sheets and animations use them. The report has one sentence for each corridor. Blocs that you state are stored in the case too.

Add movements and events to a case with Import movements and Import clash events. Without movements, only inferred corridors are found. Without events, no corridor is covered by event data. See Corridors of movements and Corridors inferred from control changes for the method; these tools take layers that do not belong to a case.</source>
   <translation>يبحث في حالة عن الممرات، كما تفعل لوحتها: ممرات تحركاتها، والممرات التي توحي بها خرائطها وحدها. ويُحكم على كل منها بأحداث الاشتباك في الحالة. وتُحفظ في الحالة مكان ما كان فيها، فتجدها اللوحة وأوراق الأدلة والأفلام؛ وفي الصفحة جملة عن كل ممر. والكتل التي تذكرها تُحفظ في الحالة أيضًا.

تدخل التحركات والأحداث إلى الحالة بأداتي «استيراد التحركات» و«استيراد أحداث الاشتباك». من دون تحركات لا تكون إلا الممرات المستنتجة، ومن دون أحداث لا تغطي بيانات الأحداث أي ممر. أما كيف يُعثر على الممرات ويُحكم عليها فمذكور في «ممرات التحركات» و«ممرات مستنتجة من تغيّرات السيطرة»، وهما تأخذان طبقات ليست في حالة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/casecorridors.py" />
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <location filename="syria_control_plugin/resources/models/casetocorridorreport.model3" />
   <source>The report contains the settings, one sentence for each corridor, and what was left out.</source>
   <translation>صفحة فيها الإعدادات، وجملة عن كل ممر، وما تُرك.</translation>
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
   <location filename="syria_control_plugin/algorithms/controlchanges.py" />
   <source>Area that changed hands (km²)</source>
   <translation>المساحة التي انتقلت السيطرة عليها بالكيلومتر المربع</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/changematrix.py" />
   <source>Change matrix</source>
   <translation>مصفوفة التغيّرات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/changematrix.py" />
   <source>Computes the area in km² that passed from each holder to each other holder. The output table has one row for each date and pair of holders between which territory passed. Each map is compared with the next map of its source, or one date with another. Contested territory has all its holders as one holder, as in "GOV; OPP". A holder "not mapped" means that no territory of the source covers the area on that date; "nobody" is used only if the source states that nobody held it.

The CSV file contains the same areas as matrices, one for each date and a total at the end. A matrix has one row for each holder that lost territory and one column for each holder that gained it. Territory that changes hands several times is counted each time.

Different sources are never compared. Changes are defined as in the tool Control changes.</source>
   <translation>كم كيلومترًا مربعًا انتقل ممّن إلى من: جدول فيه صف لكل تاريخ ولكل زوج من المسيطرين انتقلت بينهما أرض، بمقارنة كل خريطة بالتي تليها من مصدرها (أو تاريخ بآخر). والأرض المتنازع عليها مسيطرها كل من يسيطر عليها، كما في "⁦GOV; OPP⁩". المسيطر «⁦not mapped⁩» (غير مرسوم) يعني أن لا منطقة سيطرة من المصدر تغطي الأرض في ذلك التاريخ؛ ولا يُذكر «⁦nobody⁩» (لا أحد) إلا إذا ذكر المصدر أن لا أحد كان يسيطر عليها.

وفي ملف CSV الشيء نفسه على شكل مصفوفات: لكل تاريخ، وفي النهاية للمجموع، سطر لكل مسيطر خسر أرضًا وعمود لكل من كسبها. والأرض التي تتبادل ذهابًا وإيابًا تُحسب كل مرة.

لا يُقارن مصدران أبدًا. وما يُعدّ تغيّرًا هو كما في «تغيّرات السيطرة».</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/changematrix.py" />
   <source>For each date, the file has one row for each holder that lost territory and one column for each holder that gained it.</source>
   <translation>سطر لكل مسيطر خسر أرضًا، وعمود لكل من كسبها، لكل تاريخ.</translation>
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
   <source>The table has one row for each date and pair of holders between which territory passed.</source>
   <translation>صف لكل تاريخ ولكل زوج من المسيطرين انتقلت بينهما أرض.</translation>
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
   <source>{} cannot be written: {}</source>
   <translation>تعذّرت كتابة {}: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/changematrix.py" />
   <source>{} → {}: {:.3f} km² (dates: {})</source>
   <translation>{} ← {}: {:.3f} كم² (التواريخ: {})</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/checkseries.py" />
   <source>Check a control series</source>
   <translation>فحص سلسلة سيطرة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/checkseries.py" />
   <source>Checks each source of a control series for overlaps (areas in two territories at once), gaps (areas without territory, enclosed by territories), slivers (overlaps and gaps smaller than the tolerance) and gaps between dates (periods without a map that are much longer than usual).

Maps that may be damaged are listed too: maps on which nobody has territory; territory that is missing on a few maps and then returns unchanged; and changes of a faction's area that are ten times its median change or more. The dates of maps are those of the case; for other layers, the dates of changes.

Each finding is one row with its period. Gaps between dates, empty maps and jumps of area have no geometry.</source>
   <translation>يفحص كل مصدر من سلسلة السيطرة بحثًا عن التداخلات (مساحات ضمن أرضين في الوقت نفسه) والفجوات (مساحات بلا أرض تحيط بها أراضٍ) والشظايا (تداخلات وفجوات أصغر من حد السماح) والفجوات بين التواريخ (فترات بلا خريطة أطول بكثير من المعتاد).

وتُذكر أيضًا الخرائط التي قد تكون تالفة: خرائط لا يملك أحد أرضًا فيها؛ وأرض تغيب عن بضع خرائط ثم تعود كما كانت؛ وتغيرات في مساحة فصيل تبلغ عشرة أضعاف تغيره الوسيط أو أكثر. تواريخ الخرائط هي تواريخ الحالة؛ وللطبقات الأخرى تواريخ التغيرات.

كل ملاحظة صف مع فترتها. ليس للفجوات بين التواريخ والخرائط الفارغة وقفزات المساحة هندسة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/checkseries.py" />
   <source>Empty maps</source>
   <translation>خرائط فارغة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/checkseries.py" />
   <source>Findings</source>
   <translation>النتائج</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/checkseries.py" />
   <source>Gaps</source>
   <translation>الفجوات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/checkseries.py" />
   <source>Gaps between dates</source>
   <translation>ثغرات التواريخ</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/checkseries.py" />
   <source>If empty, the threshold is three times the median interval between two maps.</source>
   <translation>فارغ: ثلاثة أمثال الخطوة المعتادة بين خريطتين (الوسيط).</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/checkseries.py" />
   <source>Jumps of area</source>
   <translation>قفزات في المساحة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/checkseries.py" />
   <source>Maximum number of maps on which territory is missing</source>
   <translation>أقصى عدد من الخرائط التي تغيب عنها الأرض</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/checkseries.py" />
   <source>Overlaps</source>
   <translation>التراكبات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/checkseries.py" />
   <source>Overlaps and gaps smaller than this are reported as slivers.</source>
   <translation>التراكبات والفجوات الأصغر من ذلك تُسمى شظايا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/checkseries.py" />
   <location filename="syria_control_plugin/algorithms/controlchanges.py" />
   <source>Sliver tolerance (km²)</source>
   <translation>سماحية الشظايا بالكيلومتر المربع</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/checkseries.py" />
   <source>Slivers</source>
   <translation>الشظايا</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/checkseries.py" />
   <source>Territory missing on a few maps</source>
   <translation>أرض غائبة عن بضع خرائط</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/checkseries.py" />
   <source>Territory that returns unchanged after this number of maps or fewer is reported.</source>
   <translation>تُذكر الأرض التي تعود كما كانت بعد هذا العدد من الخرائط أو أقل.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/checkseries.py" />
   <source>The layer has one row for each finding, with its period. Findings without a place have no geometry.</source>
   <translation>في الطبقة صف لكل ملاحظة مع فترتها. الملاحظات التي ليس لها مكان بلا هندسة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/checkseries.py" />
   <source>Threshold for gaps between dates (days)</source>
   <translation>ثغرات التواريخ: ما زاد على هذا العدد من الأيام</translation>
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
   <source>Area of these pieces (km²)</source>
   <translation>مساحة هذه القطع بالكيلومتر المربع</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controlchanges.py" />
   <source>Changes</source>
   <translation>التغيّرات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controlchanges.py" />
   <location filename="syria_control_plugin/gui/panel/changes.py" />
   <source>Control changes</source>
   <translation>تغيّرات السيطرة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controlchanges.py" />
   <source>Finds the territory that passed from one holder to another. Each map is compared with the next map of its source, or one date with another. The output layer has one polygon for each pair of holders and date, with its ellipsoidal area. The result equals a plain overlay of the two maps.

A holder "not mapped" means that no territory of the source covers the area on that date, so its holder is not known. A holder "nobody" is used only if the source states that nobody held the area. Contested territory has all its holders as one holder, as in "GOV; OPP". date is the first date on which the change is seen; previous_date is the last earlier date on which anything changed. A row is shown from its date until the next date (valid_from, valid_to).

Different sources are never compared. If a source has no territory at all for some time, its data for that time is missing: the last map before is compared with the first map after, and unknown_since is the date from which the change may have taken place.

Borders that were digitised again produce slivers. Slivers remain among the rows, and the pieces smaller than the tolerance are counted. For each faction, gains minus losses equal the change of its area. IMBALANCE is the largest deviation from this, as a share of the faction's area. It results from rounding (below 1e-6) or, on maps with edges of several kilometres that other borders cut, from the difference between one geodesic and two.</source>
   <translation>الأرض التي انتقلت من مسيطر إلى آخر، بمقارنة كل خريطة بالتي تليها من مصدرها (أو تاريخ بآخر): مضلع لكل زوج من المسيطرين وتاريخ، مع مساحته على الإهليلج. والنتيجة مساوية لتراكب بسيط بين الخريطتين.

المسيطر «⁦not mapped⁩» (غير مرسوم) يعني أن لا منطقة سيطرة من المصدر تغطي الأرض في ذلك التاريخ، فمسيطرها غير معروف. ولا يُذكر المسيطر «⁦nobody⁩» (لا أحد) إلا إذا ذكر المصدر أن لا أحد كان يسيطر على الأرض. والأرض التي يسيطر عليها عدة أطراف (متنازع عليها) مسيطرها كلهم، كما في "⁦GOV; OPP⁩". الحقل date هو أول تاريخ يظهر فيه التغيّر، وprevious_date آخر تاريخ قبله تغيّر فيه شيء. ويُعرض الصف من date حتى التالي (valid_from وvalid_to).

لا يُقارن مصدران أبدًا. وحيث لا منطقة سيطرة في مصدر مدةً من الزمن فلا يُعرف شيء: تُقارن آخر خريطة قبلها بأول خريطة بعدها، ويذكر unknown_since منذ متى قد يكون التغيّر.

الحدود التي رُسمت من جديد تنتقل بشظايا: هي من الصفوف، وتُعدّ القطع الأصغر من السماحية. ولكل فصيل تساوي المكاسب ناقص الخسائر تغيّر مساحته؛ وIMBALANCE هو أكبر انحراف عن ذلك كحصة من مساحة الفصيل. وهو تقريب حسابي (دون 1e-6)، أو، في خرائط أضلاعها بالكيلومترات تقطعها حدود أخرى، الفرق بين خط جيوديسي واحد واثنين.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controlchanges.py" />
   <source>Largest imbalance of gains and losses (share of a faction's area)</source>
   <translation>أكبر حصة من مساحة فصيل لا تفسّرها المكاسب والخسائر</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controlchanges.py" />
   <source>Maps compared: {}; changes: {}, {:.3f} km² in total; slivers: {}, {:.4f} km² in total; largest imbalance: {:.1e}.</source>
   <translation>الخرائط المقارنة: {}؛ التغيّرات: {}، ومساحتها {:.3f} كم²؛ الشظايا: {}، ومساحتها {:.4f} كم²؛ أكبر اختلال: {:.1e}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controlchanges.py" />
   <source>Pieces smaller than the sliver tolerance</source>
   <translation>القطع الأصغر من سماحية الشظايا</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controlchanges.py" />
   <source>Pieces smaller than this are counted. They remain among the rows.</source>
   <translation>القطع الأصغر من ذلك تُعدّ؛ وتبقى بين الصفوف.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controlchanges.py" />
   <source>The layer has one polygon for each pair of holders and date.</source>
   <translation>مضلع لكل زوج من المسيطرين وتاريخ.</translation>
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
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>AUTHOR: no author is set. Enter one in the project properties, under Metadata.</source>
   <translation>في AUTHOR: لم يُضبط مؤلف. أدخله في خصائص المشروع، «البيانات الوصفية».</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>Add the layout to the project that shows the case</source>
   <translation>إضافة التخطيط إلى المشروع الذي يعرض الحالة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>Author from the project's metadata</source>
   <translation>المؤلف من البيانات الوصفية للمشروع</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>CORRIDORS: {!r} is not a corridor number. Enter numbers such as 1, 4, 7.</source>
   <translation>في CORRIDORS: {!r} ليس رقم ممر. أدخل أرقامًا مثل ⁦1, 4, 7⁩.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>Choose a QGIS layout template (.qpt) whose items have the ids listed in the help.</source>
   <translation>تخطيط QGIS (⁦.qpt⁩) لعناصره المعرّفات المذكورة في المساعدة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>Choose a case created by the import tools. If empty, the layer below is printed.</source>
   <translation>حالة صنعتها عمليات الاستيراد. فارغ: تُطبع الطبقة المذكورة أدناه.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>Choose one date, two dates side by side, small maps of many dates, one page per date, or one sheet per corridor.</source>
   <translation>تاريخ واحد، أو تاريخان جنبًا إلى جنب، أو خرائط صغيرة لكثير منها، أو صفحة لكل تاريخ، أو ورقة لكل ممر.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>Choose the paper size.</source>
   <translation>حجم الورق.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>Corridor numbers for evidence sheets (empty: all)</source>
   <translation>أرقام الممرات في أوراق الأدلة (فارغ: كلها)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>Custom template</source>
   <translation>قالب خاص بك</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>DATES: {}</source>
   <translation>DATES: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>Dates (comma-separated; empty: depends on the kind)</source>
   <translation>التواريخ، تفصل بينها فواصل (فارغ: ما يناسب النوع)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>Enter dates such as 2017-10-08, 2017-10-24. If empty, the last map, the first and last maps, or all maps are printed.</source>
   <translation>كما في ⁦2017-10-08, 2017-10-24⁩. فارغ: آخر خريطة، أو الأولى والأخيرة، أو كلها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>Enter numbers of corridors in the case, for example 1, 4, 7.</source>
   <translation>كما في ⁦1, 4, 7⁩: أرقام ممرات الحالة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Extent (empty: full extent)</source>
   <translation>النطاق (فارغ: الكل)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>Files</source>
   <translation>الملفات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>If a project shows the case, the layout can be edited there.</source>
   <translation>حيث يعرض مشروع الحالة يمكن تعديل المطبوع هناك.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>If checked, the files contain the author of the open project. QGIS sets the author to your full name.</source>
   <translation>عند تفعيله تذكر الملفات مؤلف المشروع المفتوح. يضبطه QGIS على اسمك الكامل.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>KIND: evidence sheets need a case with corridors. Set CASE.</source>
   <translation>في KIND: تحتاج أوراق الأدلة إلى حالة فيها ممرات. اذكر CASE.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>Layout</source>
   <translation>التخطيط</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>Layout added to the project: {}</source>
   <translation>التخطيط في المشروع: {}</translation>
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
   <source>Prints a case, or any polygon layer with factions and dates, as a map of one date, two dates side by side with their areas and the change, small maps of many dates, an atlas with one page per date, or one evidence sheet per corridor of a case (map, facts, verdict, matched events, sources, uncertainties).

The legend uses the labels of the theme and lists only the classes that occur on the date. Areas are ellipsoidal. Content that does not fit is made smaller and, if necessary, continued on another page.

The extension of the file name sets the format. A PDF contains all pages; SVG and PNG are written as one file per page. Separate dates by commas, for example 2017-10-08, 2017-10-24. If no dates are set, the last map, the first and last maps, or all maps are printed, depending on the kind.

A template is a QGIS layout (.qpt) of your own. Items with the ids map (or map 1, map 2, …), title, date, legend, areas, overview, scale bar, north arrow, note and sources are filled; on evidence sheets also verdict, facts, text, events and uncertain. Copy a template from the plugin folder resources/layouts and edit it. If the project shows the case, the layout is also added to the project, where you can edit it.</source>
   <translation>يطبع حالة، أو أي طبقة مضلعات فيها فصائل وتواريخ: خريطة لتاريخ واحد، أو تاريخين جنبًا إلى جنب مع مساحاتهما والتغيّر، أو خرائط صغيرة لتواريخ كثيرة، أو أطلسًا فيه صفحة لكل تاريخ، أو ورقة أدلة لكل ممر في الحالة (خريطة ووقائع وحكم وأحداث مطابقة ومصادر وما هو غير مؤكد).

في مفتاح الخريطة كلمات السمة، ولا تظهر فيه إلا الفئات الموجودة في ذلك التاريخ. والمساحات على الإهليلج. وما لا يتسع له المكان يُصغَّر، ثم يُتابَع في صفحة أخرى.

اسم الملف يحدد الصيغة: ملف PDF فيه كل الصفحات، وSVG وPNG ملف لكل صفحة. تفصل بين التواريخ فواصل، كما في ⁦2017-10-08, 2017-10-24⁩؛ فإن لم تُذكر طُبعت آخر خريطة، أو الأولى والأخيرة، أو كلها.

القالب تخطيط QGIS خاص بك (⁦.qpt⁩): تُملأ العناصر التي معرّفاتها ⁦map⁩ (أو ⁦map 1, map 2, …⁩) و⁦title⁩ و⁦date⁩ و⁦legend⁩ و⁦areas⁩ و⁦overview⁩ و⁦scale bar⁩ و⁦north arrow⁩ و⁦note⁩ و⁦sources⁩، وفي أوراق الأدلة أيضًا ⁦verdict⁩ و⁦facts⁩ و⁦text⁩ و⁦events⁩ و⁦uncertain⁩. انسخ أحد القوالب من مجلد الإضافة ⁦resources/layouts⁩ وغيّره. وحيث يعرض المشروع الحالة يُضاف التخطيط إليه أيضًا ليُعدَّل هناك.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>Resolution (dpi)</source>
   <translation>نقطة في البوصة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>The file extension sets the format: .pdf contains all pages; .svg and .png are written as one file per page.</source>
   <translation>نهاية الاسم هي التي تحدد: ⁦.pdf⁩ فيه كل الصفحات، و⁦.svg⁩ و⁦.png⁩ ملف لكل صفحة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>The maps show this extent.</source>
   <translation>ما تعرضه الخرائط.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>The option what suits selects portrait for evidence sheets and landscape for the other kinds.</source>
   <translation>الخيار ⁦what suits⁩ يختار الاتجاه الطولي لأوراق الأدلة، والعرضي للأنواع الأخرى.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>The resolution applies to images and to content that a PDF cannot store as vectors.</source>
   <translation>دقة الصور، ودقة ما لا يستطيع ملف PDF حمله خطوطًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>The title is printed above the map.</source>
   <translation>يُكتب فوق الخريطة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>There is nothing to print. Set CASE, or choose a layer with territories.</source>
   <translation>لا شيء للطباعة: اذكر CASE، أو طبقة فيها مناطق سيطرة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/controllayout.py" />
   <source>Title (empty: title of the case)</source>
   <translation>العنوان (فارغ: عنوان الحالة)</translation>
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
   <location filename="syria_control_plugin/gui/corridors/settings.py" />
   <source>An event of the source must also lie within this time.</source>
   <translation>ويجب أن يكون للمصدر حدث بهذا القرب في الزمن أيضًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <source>Border uncertainty (km)</source>
   <translation>كم قد تبعد الحدود عن الواقع بالكيلومترات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <source>Choose the layer events of a case, an ACLED export, a UCDP GED table, or any table with a date and two sides. Without events, no corridor is covered by event data.</source>
   <translation>طبقة ⁦events⁩ من حالة، أو تصدير من ACLED، أو جدول من UCDP GED، أو أي جدول فيه تاريخ وطرفان. ومن دونها لا تغطي بيانات الأحداث أي ممر.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <location filename="syria_control_plugin/resources/models/casetocorridorreport.model3" />
   <source>Clash distance (km)</source>
   <translation>أبعد مسافة للاشتباك عن المسار بالكيلومترات</translation>
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
   <location filename="syria_control_plugin/resources/models/casetocorridorreport.model3" />
   <source>Clash window (days)</source>
   <translation>أبعد مدة للاشتباك بالأيام</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <location filename="syria_control_plugin/mapping/layers/layers.py" />
   <source>Corridor areas</source>
   <translation>مناطق الممرات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <source>Corridor width (km)</source>
   <translation>عرض منطقة الممر بالكيلومترات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <source>Count explosions and remote violence as clashes</source>
   <translation>التفجيرات والعنف عن بُعد تُعدّ اشتباكات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <source>Coverage distance (km)</source>
   <translation>مسافة التغطية (كم)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <source>Coverage window (days)</source>
   <translation>مدة التغطية (أيام)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <source>Events and dates are days of this zone; times of fixes are UTC and are converted to its days. For example Asia/Damascus or UTC+03:00. The log and the report name the zone that was used.</source>
   <translation>الأحداث والتواريخ أيام في هذه المنطقة؛ وأوقات نقاط الرصد بتوقيت UTC وتُحوَّل إلى أيامها. مثل ⁦Asia/Damascus⁩ أو ⁦UTC+03:00⁩. ويذكر السجل والتقرير المنطقة المستخدمة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <location filename="syria_control_plugin/resources/models/casetocorridorreport.model3" />
   <source>Events between the two sides at a greater distance are not counted.</source>
   <translation>الأحداث بين الطرفين التي هي أبعد من ذلك لا تُحسب.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <location filename="syria_control_plugin/gui/corridors/settings.py" />
   <source>Events of any parties count. A source without an event this close does not cover the passage.</source>
   <translation>أيًا كان أطرافها. والمصدر الذي ليس له حدث بهذا القرب لا يقول شيئًا عن المرور.</translation>
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
   <source>Follow-up period (days)</source>
   <translation>الأيام التي قد يكون الطرف المتحرّك أخذ الأرض خلالها</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <source>If unchecked, remote violence is listed separately and does not affect the verdict.</source>
   <translation>وإلا فالضربات عن بُعد تُذكر على حدة ولا تحسم شيئًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>Import clash events</source>
   <translation>استيراد أحداث الاشتباك</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <source>No clash events were given, so no corridor is covered by event data.</source>
   <translation>لم تُذكر أحداث اشتباك: لا تغطي بيانات الأحداث أي ممر.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <source>Observed or inferred transits</source>
   <translation>عبور مرصود أو مستنتَج</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <location filename="syria_control_plugin/gui/corridors/settings.py" />
   <source>The corridor area is the host's territory along the path, with half of the width on each side.</source>
   <translation>أرض الطرف المضيف على طول المسار، نصفها في كل جانب.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <source>The layer contains the host's territory along each corridor.</source>
   <translation>أرض الطرف المضيف على طول كل ممر.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <source>The layer has one line for each corridor, with its verdict and a sentence.</source>
   <translation>خط لكل ممر، مع الحكم عليه وجملة عنه.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <source>The period starts after the passage. taken_share distinguishes an advance from a passage.</source>
   <translation>بعد المرور: taken_share يميّز التقدّم من المرور.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <source>The table has one row for each event that is relevant to a corridor.</source>
   <translation>صف لكل حدث له صلة بممر.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <location filename="syria_control_plugin/gui/corridors/settings.py" />
   <source>The window extends before and after the passage. 0 covers only the days of the passage.</source>
   <translation>قبل المرور أو بعده؛ 0 هو أيام المرور وحدها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <source>surviving_km is the length of a corridor that remains when the host's territory is shrunk by this distance.</source>
   <translation>الحقل surviving_km هو ما يبقى من ممر إذا قُلّصت أرض الطرف المضيف بهذا القدر.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <source>{}: {} These settings are available in {!r}. Import the data there and choose the layer of the case.</source>
   <translation>{}: {} إعدادات كهذه موجودة في {!r}: استورده هناك، ثم خذ الطبقة من الحالة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/corridor_base.py" />
   <source>… and {} more; the layer contains all of them.</source>
   <translation>… و{} غيرها، وكلها في الطبقة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/detectcorridors.py" />
   <source>Choose the layer movements of a case, lines with dates or times, or points with times and a track.</source>
   <translation>طبقة ⁦movements⁩ من حالة، أو خطوط لها تواريخ أو أوقات، أو نقاط لها أوقات ومسار.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/detectcorridors.py" />
   <source>Corridors of movements</source>
   <translation>ممرات التحركات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/detectcorridors.py" />
   <location filename="syria_control_plugin/algorithms/retakenground.py" />
   <source>Enter an id, a name, or any spelling used in data sets.</source>
   <translation>معرّف، أو اسم، أو أي تهجئة تستعملها مجموعات البيانات.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/detectcorridors.py" />
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Faction of all movements (empty: detected from the data)</source>
   <translation>فصيل كل التحركات (فارغ: يُعرف من البيانات)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/detectcorridors.py" />
   <source>Finds the parts of reported movements that crossed territory held by another side at that moment. Each part inside the territory of one host is a corridor. A host is a faction outside the mover's bloc on that day. Territory of the mover or its allies, and areas that are not mapped or held by nobody, have no host. Touching a border does not count as crossing it. A transit enters and leaves the host's territory, an entry ends inside it, and an exit begins inside it. A timed track is cut at the moment at which it crosses a border or at which the territory changes hands or an alliance begins or ends. A line dated to a day is compared with the map of that day, and one of several days with the maps of these days: territory that becomes a host's meanwhile counts from then on, as does that of a former ally; what a host loses counts up to then.

Each corridor is assessed against the clash events between the two sides. The verdict is clash reported (a fight lies surely within the distances, however imprecise its place and date are), clash possible (a fight may lie within them, or a party or the kind of an event is not known), no clash reported (the event data of a source covers all of the path on all of its days and contains no clash) or not covered (no source covers all of that, so clashes cannot be assessed). No clash reported does not mean that none took place. Remote violence and transfers of territory without a fight are listed separately.

surviving_km is the length of a corridor that remains when the host's territory is shrunk by the border uncertainty. taken_share is the share of the host's territory along the path that the mover's side held in the days after the passage; it distinguishes an advance from a passage. depth_km is the greatest distance of the path from the border. neck_km is the smallest width of the host's territory across the path.

Movements are lines with dates, lines whose M values are seconds since 1970, or points with times and a track. The field sentence summarises what is known about each corridor, for quotation in a report.</source>
   <translation>أين مرّ تحرّك أبلغ عنه أحد عبر أرض كان طرف آخر يسيطر عليها في تلك اللحظة: كل امتداد داخل أرض مضيف واحد ممر. المضيف فصيل من خارج كتلة الطرف المتحرّك في ذلك اليوم؛ وأرض الطرف المتحرّك وأرض حلفائه، والمناطق غير المرسومة أو التي لا يسيطر عليها أحد، ليست أرض مضيف، وملامسة الحدود ليست عبورًا. العبور دخول ثم خروج؛ والدخول ينتهي في الداخل، والخروج يبدأ في الداخل. المسار المؤقت يُقطع في لحظة عبوره الحدود أو لحظة انتقال السيطرة على الأرض أو بدء تحالف أو انتهائه؛ والخط المؤرخ بيوم يُختبر على خريطة ذلك اليوم، والمؤرخ بعدة أيام على خرائط تلك الأيام: والأرض التي يسيطر عليها مضيف في أثنائها تُحسب من ذلك الحين، وكذلك أرض من كان حليفًا؛ وما يفقده مضيف يُحسب إلى ذلك الحين.

يُحكم على كل ممر بأحداث الاشتباك بين الطرفين: أُبلغ عن اشتباك (معركة تقع يقينًا ضمن المسافتين، مهما كانت دقة مكانها ويومها)، أو اشتباك محتمل (قد تقع معركة ضمنهما، أو قد يكون طرف غير معروف فيها أحد الطرفين، أو نوع الحدث غير معروف)، أو لم يُبلَّغ عن اشتباك (بيانات الأحداث تغطي المسار كله في أيامه كلها وليس فيها اشتباك)، أو لا تغطيه البيانات (لا تغطي بيانات أي مصدر ذلك كله: لا يمكن قول شيء). وعدم الإبلاغ عن اشتباك لا يعني أنه لم يقع. أما الضربات عن بُعد وانتقال الأراضي بلا قتال فتُذكر على حدة.

الحقل surviving_km هو ما يبقى من ممر إذا قُلّصت أرض الطرف المضيف بقدر عدم دقة الحدود. والحقل taken_share يقول كم من أرض الطرف المضيف على طول المسار سيطر عليه جانب الطرف المتحرّك في الأيام التالية: تقدّم لا مجرد مرور. والحقل depth_km كم يبعد المسار عن الحدود، وneck_km كم تضيق أرض الطرف المضيف حوله.

التحركات: خطوط لها تواريخ، أو خطوط قيم M فيها ثوانٍ منذ 1970، أو نقاط لها أوقات ومسار؛ والحقل sentence يقول عن كل ممر ما هو معروف، ليقتبسه تقرير.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/detectcorridors.py" />
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>If unchecked, an end that is a date without a time of day is exclusive.</source>
   <translation>إن لم يُحدَّد، فالنهاية التي هي تاريخ بلا ساعة غير محتسبة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/detectcorridors.py" />
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Import movements</source>
   <translation>استيراد التحركات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/detectcorridors.py" />
   <source>Include the last day of movements</source>
   <translation>احتساب اليوم الأخير من التحركات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/detectcorridors.py" />
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Maximum time gap in tracks (hours; 0: no limit)</source>
   <translation>أقصى انقطاع زمني في المسارات (ساعات؛ 0: بلا حد)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/detectcorridors.py" />
   <source>Minimum corridor length (km)</source>
   <translation>أقصر ممر يُحتفظ به، بالكيلومترات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/detectcorridors.py" />
   <location filename="syria_control_plugin/mapping/layers/layers.py" />
   <source>Movements</source>
   <translation>التحركات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/detectcorridors.py" />
   <source>Shorter corridors are left out. The log reports their number.</source>
   <translation>الأقصر تُترك؛ والسجل يعدّها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/detectcorridors.py" />
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Speed limit of timed tracks (km/h; 0: no limit)</source>
   <translation>حد سرعة المسارات ذات الأوقات (كم/س؛ 0: بلا حد)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/detectcorridors.py" />
   <source>Tracks are cut at faster segments, because a fix is wrong or two tracks are combined in one. Movements of a case were already cut during the import.</source>
   <translation>تُقطع المسارات عند المقاطع الأسرع، لأن نقطة رصد خاطئة أو لأن مسارين اجتمعا في واحد. وتحركات الحالة قُطعت عند استيرادها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/detectcorridors.py" />
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Tracks are cut at longer gaps, because the position during the gap is not known.</source>
   <translation>تُقطع المسارات عند الانقطاعات الأطول، لأن الموقع في أثنائها غير معروف.</translation>
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
   <source>Animation</source>
   <translation>الفيلم</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Animation of a control map</source>
   <translation>فيلم خريطة سيطرة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Background</source>
   <translation>الخلفية</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>CRS of the map (empty: chosen for the location)</source>
   <translation>نظام إحداثيات الخريطة (فارغ: نظام يناسب المكان)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <location filename="syria_control_plugin/core/feedback.py" />
   <location filename="syria_control_plugin/sources/files/csv_records.py" />
   <source>Cancelled. Nothing was changed.</source>
   <translation>أُلغي العمل: لم يتغيّر شيء.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Choose a case created by the import tools. Its layers are drawn in the style of the case.</source>
   <translation>حالة صنعتها عمليات الاستيراد: تُصوَّر طبقاتها كما هو نمطها فيها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Choose a print layout of the project, or layers, but not both.</source>
   <translation>تخطيط طباعة من المشروع؛ ومعه لا تُذكر طبقات.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Choose one step for each date on which something changes, or steps at a fixed interval.</source>
   <translation>إطار لكل تاريخ يتغيّر فيه شيء، أو إطار كل مدة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Choose temporal layers. They are drawn as in the project.</source>
   <translation>طبقات تتبع الزمن، كما تُرسم في المشروع.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Choose the colour behind the territories.</source>
   <translation>خلف الأرض.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Choose the corner in which the text is placed.</source>
   <translation>أين يقع.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Corner of the text</source>
   <translation>زاوية النص</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Duration (s)</source>
   <translation>الطول بالثواني</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Duration of each step (s)</source>
   <translation>عدد الثواني التي تبقى فيها كل خطوة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Each date is shown for this time, which sets the speed of the animation.</source>
   <translation>كم يبقى التاريخ: سرعة الفيلم.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>End (UTC)</source>
   <translation>آخر لحظة (UTC)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Exports an animation of a case, of temporal layers, or of a print layout. The output is MP4 or WebM (written by the program ffmpeg), GIF, animated WebP, or PNG frames in a folder. The extension of the file name sets the format.

A frame shows the territories at the moment of the date written on it. Points and lines (clash events, movements, corridors) are shown in the step in which they occur; lines grow along their path. Territory that changed hands since the previous step gets a hatch that fades. A legend lists the classes of the layers; if EXTENT is empty, the territories are placed beside it. Steps follow the dates in the data (maps, changes of territory, movements, corridors) or a fixed interval of hours, days or weeks.

Choose a case, layers of the project, or a layout. A layout is exported with its legend and texts. An atlas by date is exported page by page. In any other layout, all maps with a temporal range get the time of the step, and the label with the id 'date' gets its date. Layouts are drawn in the main thread of QGIS, without the hatch and without growing lines.

In the text, {date} is replaced by the date. A GIF has 255 colours, and the colours of the symbols are kept. An animation that is interrupted or cancelled is deleted.</source>
   <translation>يصوّر حالة، أو طبقات تتبع الزمن، أو تخطيط طباعة، ويكتب MP4 أو WebM (ببرنامج ffmpeg)، أو GIF، أو WebP متحركًا، أو إطارات PNG في مجلد؛ ونهاية اسم الملف هي التي تحدد.

يعرض الإطار الأرض كما كانت في اللحظة المكتوب تاريخها عليه. والنقاط والخطوط - أحداث الاشتباك والتحركات والممرات - تظهر في الخطوة التي تقع فيها؛ والخطوط تُرسم على مسارها شيئًا فشيئًا. والأرض التي انتقلت السيطرة عليها منذ الخطوة السابقة يعلوها تظليل يتلاشى. ومفتاح الخريطة يسمي الفئات التي في الطبقات؛ وحيث EXTENT فارغ تقع الأرض إلى جانبه. والخطوات هي تواريخ البيانات (الخرائط وتغيّرات الأرض والتحركات والممرات)، أو كل عدد من الساعات أو الأيام أو الأسابيع.

اذكر حالة، أو طبقات من المشروع، أو تخطيطًا. يُصوَّر التخطيط بمفتاح خريطته ونصوصه: أطلس بحسب التاريخ صفحة صفحة؛ وفي غيره تأخذ كل خريطة لها زمن زمنَ الخطوة، ويأخذ النص ذو المعرّف '⁦date⁩' تاريخها. وتُرسم التخطيطات في الخيط الرئيس لـ QGIS، بلا تظليل وبلا خطوط تُرسم شيئًا فشيئًا.

في النص يحل التاريخ محل ⁦{date}⁩. وفي ملف GIF 255 لونًا: وألوان الرموز تبقى كما هي. والفيلم المقطوع أو الملغى لا يبقى منه شيء.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>For example 2 (weeks). Ignored when steps follow the dates in the data.</source>
   <translation>كما في 2 مع الأسابيع. لا يُحسب حيث تكون الخطوات تواريخ البيانات.</translation>
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
   <source>Frames: {}, distinct images: {}, duration: {:.1f} s; {} pixels.</source>
   <translation>الإطارات: {}، الصور المختلفة: {}، الطول: {:.1f} ث؛ {} بكسل.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Height (pixels)</source>
   <translation>الارتفاع بالبكسل</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>If empty, the animation ends at the last date in the data.</source>
   <translation>فارغ: الأخير من البيانات.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>If empty, the animation starts at the first date in the data.</source>
   <translation>فارغ: الأول من البيانات.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Interval</source>
   <translation>الفاصل الزمني</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>LAYERS and LAYOUT are both set. Set only one of them.</source>
   <translation>اذكر LAYERS أو LAYOUT، لا كليهما.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>LAYOUT: the project has no print layout {!r}. Choose another.</source>
   <translation>في LAYOUT: ليس في المشروع تخطيط الطباعة {!r}. اختر غيره.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Layers (top layer first)</source>
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
   <source>MP4 and WebM are written by this program, which is not part of QGIS.</source>
   <translation>يُكتب MP4 وWebM بهذا البرنامج؛ وهو ليس جزءًا من QGIS.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <location filename="syria_control_plugin/gui/panel/header.py" />
   <source>Mark territory that changed hands</source>
   <translation>تمييز الأرض التي انتقلت السيطرة عليها</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Path of ffmpeg (empty: detected automatically)</source>
   <translation>مسار ffmpeg (فارغ: يُبحث عنه)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Print layout</source>
   <translation>تخطيط الطباعة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Some formats need even numbers. An odd number is then increased by one.</source>
   <translation>تحتاج بعض الصيغ إلى أعداد زوجية: فيُزاد واحد.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Start (UTC)</source>
   <translation>أول لحظة (UTC)</translation>
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
   <source>Territory that changed hands since the previous step gets a hatch that fades. This applies only to cases.</source>
   <translation>تظليل على الأرض التي انتقلت السيطرة عليها منذ الخطوة السابقة؛ وهو يتلاشى. للحالات فقط.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Text on each frame ({date}: date of the frame; empty: none)</source>
   <translation>النص على كل إطار؛ ⁦{date}⁩ يحلّ محله تاريخه. فارغ: بلا نص</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>The animation shows this extent.</source>
   <translation>ما يعرضه الفيلم.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>The file extension sets the format: .mp4, .webm, .gif or .webp; .png writes a folder of frames.</source>
   <translation>نهاية الاسم هي التي تحدد: ⁦.mp4, .webm, .gif, .webp⁩؛ و⁦.png⁩ يصنع مجلد إطارات.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>The frame rate sets how smoothly lines grow and the hatch fades.</source>
   <translation>مدى السلاسة في رسم الخطوط وتلاشي التظليل.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>The legend lists the classes of the layers.</source>
   <translation>يسمي الفئات التي في الطبقات.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>The map is drawn in this CRS.</source>
   <translation>الذي تُرسم به الخريطة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>There is nothing to export. Set CASE, LAYERS or LAYOUT.</source>
   <translation>لا شيء للتصوير: اذكر CASE أو LAYERS أو LAYOUT.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/exportanimation.py" />
   <source>Width (pixels)</source>
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
   <source>{date} is replaced by the date of the frame.</source>
   <translation>⁦{date}⁩ يحلّ محله تاريخ الإطار.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/frontlines.py" />
   <source>0 uses what both borders have in common. Otherwise, the part of one border within this distance of the other is used.</source>
   <translation>0: ما تشترك فيه الحدّان. وإلا فما وقع من أحدهما بهذا القرب من الآخر.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/frontlines.py" />
   <source>Finds the borders that two factions share. The output layer has one line for each pair of factions and each period in which their front line stays the same, with its ellipsoidal length. Points at which two territories merely touch are not front lines. Overlapping (contested) territories have no line between them.

shift_mean_km and shift_greatest_km are the mean and maximum distance of the front line from the previous one. The distance is measured from the later line to the nearest point of the earlier one: shift_mean_km is the average over the length of the later line (directed average distance), shift_greatest_km the maximum (directed Hausdorff distance). They carry no direction and no area. They are 0 for a front line that only became shorter, and empty for a new front line.

Tolerance: 0 uses what both borders have in common. For borders that were digitised twice, set a distance. The front line is then the part of the first faction's border within this distance of the second faction's border, and its ends can extend by up to the same distance.

Each source is processed separately.</source>
   <translation>الحدود التي يشترك فيها فصيلان: خط لكل زوج من الفصائل ولكل مدة تبقى فيها جبهتهما كما هي، مع طوله على الإهليلج. والنقاط التي تتلامس فيها أرضان فحسب ليست جبهة؛ وحيث تتراكب الأرضان (أرض متنازع عليها) لا خط بينهما.

يقول shift_mean_km وshift_greatest_km كم تحركت الجبهة عن سابقتها مباشرة: المسافة من الخط اللاحق إلى أقرب نقطة من السابق، بمتوسطها على طول الخط اللاحق (متوسط المسافة الموجّه)، وبأكبرها (مسافة هاوسدورف الموجّهة). ولا يدلان على اتجاه ولا مساحة؛ والجبهة التي قصرت فقط لها 0. وهما فارغان لجبهة جديدة.

السماحية: 0 تأخذ ما تشترك فيه الحدّان تمامًا. وللحدود التي رُسمت مرتين اذكر مسافة: فتكون الجبهة ما وقع من حدود الفصيل الأول ضمنها من حدود الثاني، وقد يمتد طرفاها بقدرها.

يُحكم على كل مصدر وحده.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/frontlines.py" />
   <source>Front lines</source>
   <translation>خطوط الجبهة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/frontlines.py" />
   <source>The layer has one line for each pair of factions and each period in which their front line stays the same.</source>
   <translation>خط لكل زوج من الفصائل ومدة تبقى فيها جبهتهما كما هي.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/frontlines.py" />
   <location filename="syria_control_plugin/algorithms/pockets.py" />
   <source>Tolerance for borders digitised twice (m)</source>
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
   <source>After this time, nothing is known until the next map. If empty, each map is valid until the next.</source>
   <translation>بعد مدة أطول لا يُعرف شيء حتى الخريطة التالية. فارغ: تسري الخريطة إلى ذلك الحين.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <source>Areas without a territory</source>
   <translation>الأراضي التي لا منطقة سيطرة فيها</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <source>CRS of maps without a CRS</source>
   <translation>نظام إحداثيات الخرائط التي لا تذكر نظامًا</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Choose layers of the project, files, or any path that the field below accepts.</source>
   <translation>طبقات من المشروع، وملفات، وأي مسار يقبله الحقل أدناه.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <source>Choose nobody only if the source states that nobody holds the areas that no territory covers. Otherwise they are not mapped. The option unchanged keeps the setting of the source's last import.</source>
   <translation>اختر ⁦nobody⁩ فقط إذا ذكر المصدر أن لا أحد يسيطر على الأراضي التي لا تغطيها أي منطقة سيطرة، وإلا فهي غير مرسومة. والخيار ⁦unchanged⁩ يُبقي إعداد آخر استيراد للمصدر.</translation>
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
   <source>Date field (empty: detected in names or fields)</source>
   <translation>الحقل الذي فيه التاريخ (فارغ: يُعرف من الأسماء أو الحقول)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Dates are days of this zone; times are UTC. For example Asia/Damascus or UTC+03:00.</source>
   <translation>التواريخ أيام في هذه المنطقة؛ والأوقات بتوقيت UTC. مثل ⁦Asia/Damascus⁩ أو ⁦UTC+03:00⁩.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <source>End of validity. Rows without an end are still valid.</source>
   <translation>نهاية الصلاحية. الصفوف التي لا نهاية لها ما زالت صالحة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <source>Enter a folder, a zip file, a pattern such as maps/*_2017*.geojson, a layer group or a database. Separate several entries by ;</source>
   <translation>مجلد، أو ملف zip، أو نمط مثل ⁦maps/*_2017*.geojson⁩، أو مجموعة طبقات، أو قاعدة بيانات؛ وعدة منها تفصل بينها ⁦;⁩</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <source>Enter an id, a name, or any spelling used in data sets. Use this for maps of one side that do not name the faction.</source>
   <translation>معرّف، أو اسم، أو أي تهجئة تستعملها مجموعات البيانات: لخرائط طرف واحد لا تسميه.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Faction field (empty: detected by name)</source>
   <translation>الحقل الذي فيه الفصيل (فارغ: يُعرف من اسمه)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <source>Faction that holds all of the territory (empty: detected from the data)</source>
   <translation>الفصيل الذي يسيطر على كل الأرض (فارغ: يُعرف من البيانات)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <source>If empty, such maps are read as longitude and latitude, or rejected if that is not possible.</source>
   <translation>فارغ: تُعدّ هذه الخرائط خطوط طول وعرض، أو تُرفض حيث لا يمكن ذلك.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <source>If empty, territory claimed by two factions is kept for both and marked as contested.</source>
   <translation>فارغ: الأرض التي يطالب بها فصيلان تُحفظ لكليهما وتُوسم متنازعًا عليها.</translation>
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
   <source>Imports dated control maps into a case, a GeoPackage, with one layer that follows the temporal controller.

Input: layers and files in any format that GDAL reads; or, as a path, a folder, a zip file, a pattern such as maps/*_2017*.geojson, a layer group, or a database connection. Dates are detected in the names of files, layers and folders, in a date field, in start and end fields, or in the properties of a file; factions are detected in a field or in the names. The log lists what was detected, and the settings override it.

A map is valid from its date until the next map of the same source. Importing the same files again changes nothing; importing one more file reads only that file. Rows that were repaired or left out are listed in the table import_issues of the case, with file, row and reason.</source>
   <translation>يُدخل خرائط سيطرة مؤرخة إلى حالة، وهي ملف GeoPackage، فيها طبقة واحدة تتبع متحكم الزمن.

المدخلات: طبقات وملفات بأي صيغة يقرؤها GDAL؛ أو، على شكل مسار، مجلد، أو ملف zip، أو نمط مثل ⁦maps/*_2017*.geojson⁩، أو مجموعة طبقات، أو اتصال بقاعدة بيانات. تُوجد التواريخ في أسماء الملفات والطبقات والمجلدات، أو في حقل، أو في حقلي بداية ونهاية، أو في خصائص الملف نفسه؛ وتُوجد الفصائل في حقل أو في الأسماء. وما وُجد يُكتب في السجل ويمكن تغييره بالإعدادات.

تسري الخريطة من تاريخها حتى الخريطة التالية من المصدر نفسه. استيراد الملفات نفسها من جديد لا يغيّر شيئًا؛ واستيراد ملف إضافي لا يقرأ غيره. والصفوف التي لزم إصلاحها أو تركها في جدول الحالة import_issues، مع الملف والصف والسبب.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <source>Maps of one source follow one another in time. Different sources are never compared.</source>
   <translation>خرائط المصدر الواحد يتلو بعضها بعضًا؛ ولا يُقارن مصدران أبدًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <source>Maps read</source>
   <translation>الخرائط المقروءة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <source>Maximum validity of a map (days)</source>
   <translation>أطول مدة بالأيام تسري فيها الخريطة إذا تأخرت التالية</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <source>Name of the source (empty: name of the folder)</source>
   <translation>اسم المصدر (فارغ: اسم المجلد)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <source>Overlap precedence (factions, comma-separated, highest first)</source>
   <translation>لمن تبقى أرض يطالب بها اثنان: فصائل تفصل بينها فواصل، والأول هو الغالب</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <location filename="syria_control_plugin/algorithms/series_base.py" />
   <source>Period end field</source>
   <translation>الحقل الذي فيه نهاية المدة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <location filename="syria_control_plugin/algorithms/series_base.py" />
   <source>Period start field</source>
   <translation>الحقل الذي فيه بداية المدة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <source>Rows of one date form one map, which is valid until the next.</source>
   <translation>صفوف التاريخ الواحد خريطة واحدة تسري حتى التالية.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <source>Use this for maps of several sides. The values can be names, ids or spellings used in data sets.</source>
   <translation>لخرائط عدة أطراف؛ وقيمه أسماء أو معرّفات أو تهجئات من مجموعات البيانات.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importcontrolseries.py" />
   <source>Use this for rows with the start and end of their validity.</source>
   <translation>لصفوف تذكر من متى إلى متى تسري.</translation>
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
   <source>ACLED or UCDP: precision of places</source>
   <translation>⁦ACLED⁩ أو ⁦UCDP⁩: دقة الأماكن</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>An import replaces the events of an earlier import of the same name.</source>
   <translation>الاستيراد باسم ما يحل محل الأحداث التي جاءت به من قبل.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>CRS of data without a CRS (empty: longitude and latitude)</source>
   <translation>نظام إحداثيات البيانات التي لا تذكر نظامًا (فارغ: طول وعرض)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>Choose an ACLED export, a UCDP GED table, the events of a case, or any table with a date and two sides.</source>
   <translation>تصدير من ACLED، أو UCDP GED، أو أحداث حالة، أو أي جدول فيه تاريخ وطرفان.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>Combined sides of several actors</source>
   <translation>الأطراف المكونة من عدة جهات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>Distance (km)</source>
   <translation>المسافة (كم)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>Each data set is assessed separately.</source>
   <translation>يُحكم على كل مجموعة بيانات وحدها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>Events imported</source>
   <translation>الأحداث المستوردة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>Events with an unknown faction on at least one side</source>
   <translation>الأحداث التي فيها طرف ليس فصيلًا معروفًا</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>Events with known factions on both sides</source>
   <translation>الأحداث التي طرفاها فصيلان معروفان</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>If empty, the field is detected. If any field is set, the input is read as a plain table.</source>
   <translation>فارغ: يُعثر عليه. وتسمية أحدها تجعله جدولًا عاديًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>Imports clash events (dated and located fights between named parties) into a case. Corridors are assessed against these events.

Input: an ACLED export, a UCDP GED table (both are recognised by their columns), the events of another case, or any table or point layer with a date and two sides. If any of the fields is set, the input is read as a plain table.

Actors are matched to factions by their names and aliases. A side that combines several actors counts for each of their factions. Actors that are not known factions are counted and listed, and their events are kept. The precision of date and place is kept. Air strikes and shelling (ACLED: explosions and remote violence) and transfers of territory without a fight are kept separate from ground combat.

Importing the same table again changes nothing. A changed table of the same name replaces its earlier events. Rows that cannot be used are listed in the table import_issues of the case, with file, row and reason.</source>
   <translation>يُدخل أحداث الاشتباك - معارك مؤرخة ومحددة المكان بين أطراف مسماة - إلى حالة، فيُحكم بها على الممرات.

المدخلات: تصدير من ACLED، أو جدول من UCDP GED (يُعرفان من أعمدتهما)، أو أحداث حالة أخرى، أو أي جدول أو طبقة نقاط فيها تاريخ وطرفان. وتسمية أحد الحقول تجعله جدولًا عاديًا.

تصير الجهات الفاعلة فصائل بأسمائها وتهجئاتها؛ والطرف الذي يجمع عدة جهات يُحسب لكل منها. وما ليس فصيلًا معروفًا يُعدّ ويُسرد، ويبقى حدثه. وتُحفظ دقة التاريخ والمكان. والغارات الجوية والقصف (في ACLED: التفجيرات والعنف عن بُعد) وانتقال الأراضي بلا قتال تُفصل عن المعارك البرية.

استيراد الجدول نفسه من جديد لا يغيّر شيئًا؛ والجدول المتغيّر ذو الاسم نفسه يحل محل أحداثه. والصفوف التي لا يمكن استعمالها في جدول الحالة import_issues، مع الملف والصف والسبب.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>Kind (fight, strike, transfer, other)</source>
   <translation>النوع (⁦fight, strike, transfer, other⁩)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>Kinds are recognised by their names. Set the kind of those that are not, or that mean something else. An event of unknown kind could be a fight.</source>
   <translation>تُعرف الأنواع من أسمائها. اذكر نوع ما لا يُعرف منها، أو ما له معنى آخر. والحدث الذي نوعه غير معروف قد يكون معركة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>Name of the data set (empty: name of the format)</source>
   <translation>اسم مجموعة البيانات (فارغ: اسم التنسيق)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>Name of the import (empty: name of the table)</source>
   <translation>اسم الاستيراد (فارغ: اسم الجدول)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>Place code (ACLED 1 to 3, UCDP 1 to 7)</source>
   <translation>رمز المكان (⁦ACLED⁩ من 1 إلى 3، ⁦UCDP⁩ من 1 إلى 7)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>Plain table without points: latitude field</source>
   <translation>جدول عادي بلا نقاط: الحقل الذي فيه خط العرض</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>Plain table without points: longitude field</source>
   <translation>جدول عادي بلا نقاط: الحقل الذي فيه خط الطول</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>Plain table: data set name field</source>
   <translation>جدول عادي: الحقل الذي فيه اسم مجموعة البيانات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>Plain table: date field</source>
   <translation>جدول عادي: الحقل الذي فيه التاريخ</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>Plain table: field with the kind of event</source>
   <translation>جدول بسيط: حقل نوع الحدث</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>Plain table: first side field</source>
   <translation>جدول عادي: الحقل الذي فيه أحد الطرفين</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>Plain table: id field</source>
   <translation>جدول عادي: الحقل الذي فيه المعرّف</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>Plain table: kinds of events</source>
   <translation>جدول بسيط: أنواع الأحداث</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>Plain table: last day field</source>
   <translation>جدول عادي: الحقل الذي فيه آخر يوم</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>Plain table: place precision field (km)</source>
   <translation>جدول عادي: الحقل الذي فيه دقة المكان بالكيلومترات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>Plain table: second side field</source>
   <translation>جدول عادي: الحقل الذي فيه الطرف الآخر</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>Set how far from its coded place an event may have happened. Only UCDP gives a distance for one code (2: 25 km); those of other codes are assumed.</source>
   <translation>حدد إلى أي بُعد من المكان المرمَّز قد يكون الحدث قد وقع. لا تذكر سوى ⁦UCDP⁩ مسافة لرمز واحد (2: 25 كم)؛ أما مسافات الرموز الأخرى فمفترضة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <source>Text in the table</source>
   <translation>النص في الجدول</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importevents.py" />
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Use this for x and y in metres, for example.</source>
   <translation>حين تكون x وy بالأمتار مثلًا.</translation>
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
   <source>An import replaces the movements of an earlier import of the same name.</source>
   <translation>الاستيراد باسم ما يحل محل التحركات التي جاءت به من قبل.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Date or time field (empty: detected in fields or names)</source>
   <translation>الحقل الذي فيه التاريخ أو الوقت (فارغ: يُعرف من الحقول أو الأسماء)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>End time field of lines</source>
   <translation>الحقل الذي فيه نهاية زمن الخط</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Enter a folder, a zip file, a pattern such as tracks/*.gpx, a layer group or a database. Separate several entries by ;</source>
   <translation>مجلد، أو ملف zip، أو نمط مثل ⁦tracks/*.gpx⁩، أو مجموعة طبقات، أو قاعدة بيانات؛ وعدة منها تفصل بينها ⁦;⁩</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Enter an id, a name, or any spelling used in data sets. GPX files contain no faction, so set it.</source>
   <translation>معرّف، أو اسم، أو أي تهجئة تستعملها مجموعات البيانات. ملف GPX لا يسمي فصيلًا: فاذكره.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Fixes with a time</source>
   <translation>نقاط الرصد التي لها وقت</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Further fields to quote (separated by ;)</source>
   <translation>حقول أخرى تُقتبس (تفصل بينها ⁦;⁩)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>If empty, the field is detected by name and content. The log lists what was detected.</source>
   <translation>فارغ: يُعرف من الأسماء ومما تحمله الحقول؛ والسجل يقول ما وُجد.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>If unchecked, points that seem to be several tracks are not imported without a track field.</source>
   <translation>إذا لم يُحدَّد، لا تُستورد النقاط التي يبدو أنها عدة مسارات دون حقل مسار.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Imports movements of factions into a case, a GeoPackage. Corridors are cut from these movements.

Input: lines with a date or with a start and an end; lines whose M values are times (seconds since 1970-01-01 UTC); points with a track, a time and a faction; GPX tracks, routes and their points; tables with lines as WKT, or with a longitude and a latitude. Layers, files, folders, zip files and patterns are accepted. A table such as CSV must be chosen by itself, because the tables in a folder can contain anything. The log lists what was detected by name and content, and the settings override it. GPX files contain no faction, so set it.

A line with one date is valid for that whole day (UTC), regardless of its time of day. Its route during the day is not known, so it is kept as untimed. An end that is a date without a time of day is the last day of the movement, and a setting excludes that day; the log reports how ends were read. A fix whose date has no time of day is placed at the start of that day. Each part of a multipart line and each segment of a GPX track is a separate movement.

Timed tracks are checked. A single fix that is inconsistent with both neighbouring fixes is left out if these are consistent with each other. A track is cut at segments faster than the speed limit and at distances or gaps greater than the limits, and continues as another movement. A piece with one fix is left out. The report lists each of these, and the table import_issues of the case contains them with file, row and reason, together with rows that cannot be used.

Importing the same data again changes nothing. An import with the name of an earlier import replaces its movements.</source>
   <translation>يُدخل تحركات الفصائل إلى حالة، وهي ملف GeoPackage: ومنها تُقطع الممرات.

المدخلات: خطوط لها تاريخ أو بداية ونهاية؛ أو خطوط قيم M فيها أوقات (ثوانٍ منذ ⁦1970-01-01 UTC⁩)؛ أو نقاط لها مسار ووقت وفصيل؛ أو مسارات GPX وطرقها ونقاطها؛ أو جداول فيها خطوط بصيغة WKT، أو فيها خط طول وخط عرض. تُقبل الطبقات والملفات والمجلدات وملفات zip والأنماط؛ أما جدول مثل CSV فيجب ذكره باسمه، لأن جداول المجلد قد تكون أي شيء. وما وُجد وأين، بالاسم وبالمحتوى، يُكتب في السجل ويمكن تغييره بالإعدادات. وملف GPX لا يسمي فصيلًا: فاذكره.

الخط ذو التاريخ الواحد يُحسب لذلك اليوم كله بتوقيت UTC، أيًا كانت ساعته. ولا يُعرف سيره خلال اليوم: فيُحفظ بلا توقيت. والنهاية التي هي تاريخ بلا ساعة هي اليوم الأخير من التحرّك، وإعداد يستبعد ذلك اليوم؛ ويذكر السجل كيف قُرئت النهايات. ونقطة الرصد التي لا ساعة في تاريخها تُحسب لبداية ذلك اليوم. وكل جزء من خط متعدد الأجزاء، وكل مقطع من مسار GPX، تحرّك قائم بذاته.

تُفحص المسارات المؤقتة: نقطة الرصد المنفردة التي لا تستقيم مع جارتيها المتفقتين تُترك؛ وحيث تتجاوز سرعة المسار حد السرعة، أو يقفز، أو ينقطع أكثر مما تسمح به الحدود، يُقطع ويُتابع تحركًا آخر. والقطعة ذات النقطة الواحدة تُترك. ويسمي التقرير كلًا من ذلك، ويحفظه جدول الحالة import_issues مع الملف والصف والسبب، كما يحفظ الصفوف التي لا يمكن استعمالها.

استيراد الشيء نفسه من جديد لا يغيّر شيئًا. والاستيراد باسم استيراد سابق يحل محل تحركاته.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Include the last day of the period</source>
   <translation>احتساب اليوم الأخير ضمن المدة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Maximum distance between fixes (km; 0: no limit)</source>
   <translation>أقصى مسافة بين نقطتي رصد (كم؛ 0: بلا حد)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Movement or track id field (empty: detected by name)</source>
   <translation>الحقل الذي يميّز التحركات أو المسارات (فارغ: يُعرف من اسمه)</translation>
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
   <source>Points without a track field are one track</source>
   <translation>النقاط التي ليس لها حقل مسار هي مسار واحد</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Position basis field (empty: detected by name)</source>
   <translation>حقل أساس المواقع (فارغ: يُكتشف بالاسم)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Positions are estimated unless this field is empty or contains reported, observed, measured or gps. All positions of a line are meant; with the field waypoint_basis, those between its start and end.</source>
   <translation>تُعدّ المواقع مقدَّرة ما لم يكن هذا الحقل فارغًا أو يقل ⁦reported⁩ أو ⁦observed⁩ أو ⁦measured⁩ أو ⁦gps⁩. والمقصود في الخط كل مواقعه؛ وفي الحقل ⁦waypoint_basis⁩ المواقع بين بدايته ونهايته.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Reported passage field (empty: detected by name)</source>
   <translation>حقل المرور المُبلَّغ عنه (فارغ: يُكتشف بالاسم)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Sentences and sheets quote these fields beside confidence, waypoint_basis and note.</source>
   <translation>تقتبس الجمل والصحائف هذه الحقول إلى جانب ⁦confidence⁩ و⁦waypoint_basis⁩ و⁦note⁩.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Source field (empty: detected by name)</source>
   <translation>الحقل الذي فيه قائل ذلك (فارغ: يُعرف من اسمه)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Start time field of lines</source>
   <translation>الحقل الذي فيه بداية زمن الخط</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>The field names the factions through whose territory the source itself reports the passage, or contains “yes”. Such a corridor is observed.</source>
   <translation>يسمّي الحقل الفصائل التي يذكر المصدر نفسه المرور عبر أراضيها، أو يحتوي على «⁦yes⁩». ويكون مثل هذا الممر مرصودًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Tracks are cut at faster segments, because a fix is wrong or two tracks are combined in one.</source>
   <translation>تُقطع المسارات عند المقاطع الأسرع، لأن نقطة رصد خاطئة أو لأن مسارين اجتمعا في واحد.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Tracks are cut at greater distances, for example if two tracks are combined in one and their times do not show it.</source>
   <translation>تُقطع المسارات عند المسافات الأكبر، مثلًا إذا اجتمع مساران في واحد ولم تدل الأوقات على ذلك.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>Tracks cut</source>
   <translation>المسارات المقطوعة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/importmovements.py" />
   <source>WKT field with lines or points (empty: detected by content)</source>
   <translation>الحقل الذي فيه خطوط أو نقاط بصيغة WKT (فارغ: يُعرف مما يحمله)</translation>
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
   <source>Contiguity tolerance (km)</source>
   <translation>الأرض التي بينها هذا العدد من الكيلومترات متلامسة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/infercorridors.py" />
   <source>Corridors inferred from control changes</source>
   <translation>ممرات مستنتجة من تغيّرات السيطرة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/infercorridors.py" />
   <location filename="syria_control_plugin/gui/corridors/settings.py" />
   <source>Gains within this distance of territory the mover already held need no explanation and produce no corridor.</source>
   <translation>المكاسب بهذا القرب من أرض الطرف المتحرّك السابقة لا لغز فيها: فلا تعطي ممرًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/infercorridors.py" />
   <source>Infers corridors from the maps alone, without any reported movement. The result is a hypothesis. It starts from territory that a faction gained between two maps and that touches nothing which the faction or its allies held before, which suggests that its force crossed the territory of others. The shortest route from the faction's earlier territory is drawn; other gains of the same interval are free stepping stones. The segments of this route through the territory of a faction that is neither an ally nor the one that lost the territory are inferred corridors, dashed on the map. An ally on any day of the interval counts as one, since the force may have passed on any of them. A route through the territory of the losing faction is a deep attack: it is reported in the log and is not a corridor. Other routes are listed as alternatives up to the maximum detour factor.

Clash events are used to assess inferred corridors in the same manner as observed corridors, over the whole time between the two maps. Each source is processed separately.</source>
   <translation>فرضية مبنية على الخرائط وحدها، بلا أي تحرّك مبلّغ عنه. بين خريطتين كسب فصيل أرضًا لا تلامس شيئًا كان قبلُ تحت سيطرته أو سيطرة حلفائه: فقوته مرّت عبر أرض أحد ما. يُرسم أقصر طريق من أرضه السابقة؛ والمكاسب الأخرى في المدة نفسها معابر مجانية. وامتدادات ذلك الطريق فوق أرض فصيل ليس حليفًا ولا هو من خسر الأرض هي ممرات مستنتجة، متقطعة على الخريطة. ومن كان حليفًا في أي يوم من المدة يُعدّ حليفًا، إذ قد تكون القوة مرّت في أي يوم منها. أما الطريق فوق أرض الخاسر نفسه فهجوم في العمق: يُذكر في السجل، وليس ممرًا. والطرق الأخرى التي لا تزيد عنه إلا بعامل محدد تُسرد بدائل.

تحكم عليها أحداث الاشتباك كما تحكم على الممرات المرصودة، على كامل المدة بين الخريطتين. ويُحكم على كل مصدر وحده.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/infercorridors.py" />
   <source>Maximum detour factor of alternative routes</source>
   <translation>البدائل لا تتجاوز هذا العدد من أضعاف الطول</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/infercorridors.py" />
   <source>No source has two maps, so there is nothing to compare.</source>
   <translation>لا مصدر له خريطتان: لا شيء للمقارنة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/infercorridors.py" />
   <location filename="syria_control_plugin/gui/corridors/settings.py" />
   <source>Routes through other hosts are listed as alternatives up to this multiple of the length of the shortest route.</source>
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
   <source>The model {!r} cannot be read.</source>
   <translation>تعذّرت قراءة النموذج {!r}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/outputs.py" />
   <source>A row cannot be written: {}</source>
   <translation>تعذّرت كتابة صف: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/outputs.py" />
   <location filename="syria_control_plugin/gui/imports/report.py" />
   <source>The report cannot be written to {!r}: {}</source>
   <translation>تعذّرت كتابة التقرير إلى {!r}: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/outputs.py" />
   <source>The rows cannot be written: {}</source>
   <translation>تعذّرت كتابة الصفوف: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/outputs.py" />
   <source>The style of {} cannot be saved: {}</source>
   <translation>تعذّر حفظ نمط {}: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/outputs.py" />
   <source>date-times are stored as text</source>
   <translation>تصير التواريخ والأوقات نصوصًا</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/outputs.py" />
   <source>field names are truncated: {}</source>
   <translation>تُقصّ أسماء الحقول: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/outputs.py" />
   <source>texts of {} are truncated to {} bytes: {} rows</source>
   <translation>نصوص {} تُقصّ عند {} بايت: عدد الصفوف {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/outputs.py" />
   <source>{} cannot be opened to save its style: {}</source>
   <translation>تعذّر فتح {} لحفظ نمطه: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/outputs.py" />
   <source>{} is a Shapefile, which cannot store all of the data: {}. Choose a GeoPackage to keep everything.</source>
   <translation>{} ملف Shapefile، ولا يستطيع حمل كل ذلك: {}. ملف GeoPackage يحفظه كاملًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/outputs.py" />
   <source>{}: a Shapefile cannot store rows without geometry. Choose .csv or .gpkg.</source>
   <translation>{}: لا يستطيع ملف Shapefile حمل صفوف بلا شكل هندسي. اختر ⁦.csv⁩ أو ⁦.gpkg⁩.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/pockets.py" />
   <source>Finds the parts of a faction's territory that others enclose. A pocket is territory in one piece with territory of factions outside its bloc along at least two thirds (or the given percentage) of its outer boundary. Pieces that touch only at points are separate parts.

Size does not decide which part is a pocket. A force that broke through and was encircled is in a pocket even if it holds the larger part, and the last remaining part of a faction is a pocket if it is enclosed (is_largest marks the largest part). A part that is separate only because the area in between is not mapped, or held by nobody, is not a pocket: it is open on that side. 0 per cent lists every part of all territories.

A row is a period in which the pocket stays the same. area_km2 is the ellipsoidal area. surrounded_by lists the holders along the outer boundary, in per cent of its length, and the parts along areas that are not mapped or held by nobody. since is the date from which it has been a pocket without interruption, traced from date to date by the largest common area. nearest_km is the distance to the nearest other part, empty if none exists. would_join shows whether the given distance would join them. The percentages can add up to more than 100 along contested territory, because a stretch of the boundary then counts for each faction.

Each source is processed separately. A pocket shows what the map shows, not who was in it.</source>
   <translation>أجزاء من أرض فصيل يحيط بها الآخرون: أرض من قطعة واحدة، تقع على ثلثي حدودها الخارجية على الأقل (أو على النسبة المذكورة) أرض فصائل من خارج كتلته. والقطع التي تتلامس في نقاط فقط جزآن.

لا جزء هو الأصل بحكم حجمه: القوة التي اخترقت ثم أُغلق عليها تكون في جيب وإن كانت الجزء الأكبر، وكذلك الجزء الأخير كله حين يُحاط به (يدل عليه is_largest). والجزء المنفصل لأن الأرض بينهما غير مرسومة، أو لأن لا أحد يسيطر عليها، ليس جيبًا: فهو مفتوح هناك. والنسبة 0 تسرد كل جزء من كل أرض.

الصف مدة لا يتغيّر فيها منه شيء: area_km2 (على الإهليلج)؛ وsurrounded_by من يقع على الحدود الخارجية بالنسبة المئوية من طولها، وما يقع منها على أرض غير مرسومة أو لا يسيطر عليها أحد؛ وsince منذ متى هو جيب بلا انقطاع، بتتبّعه من تاريخ إلى تاريخ بأكبر أرض مشتركة؛ وnearest_km كم يبعد عن أقرب جزء آخر، فارغ حيث لا يوجد؛ وwould_join هل كانت المسافة المذكورة تجمعهما. وقد يزيد مجموع النسب على 100 على طول أرض متنازع عليها، حيث يُحسب الامتداد لكل فصيل.

يُحكم على كل مصدر وحده. والجيب على الخريطة يقول ما تقوله الخريطة: لا من كان فيه.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/pockets.py" />
   <source>Joining distance (km)</source>
   <translation>مسافة الاتصال بين الأجزاء (كم)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/pockets.py" />
   <source>Minimum area of parts (km²)</source>
   <translation>اترك الأجزاء الأصغر من ذلك، بالكيلومتر المربع</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/pockets.py" />
   <source>Minimum enclosed share of the outer boundary (%)</source>
   <translation>محاط: بهذه النسبة المئوية على الأقل من الحدود الخارجية</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/pockets.py" />
   <source>Parts left out</source>
   <translation>الأجزاء المتروكة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/pockets.py" />
   <source>Pockets</source>
   <translation>الجيوب</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/pockets.py" />
   <source>Territories of allies form one territory and do not enclose the territory of another ally.</source>
   <translation>أرض الحلفاء أرض واحدة، ولا تحيط بأرض حليف آخر.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/pockets.py" />
   <source>Territories within this distance are treated as touching.</source>
   <translation>الأرض بهذا القرب تُعدّ ملامسة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/pockets.py" />
   <source>Territory of factions outside the bloc must lie along at least this percentage of a part's outer boundary.</source>
   <translation>على هذا القدر من الحدود الخارجية للجزء يجب أن تقع أرض فصائل من خارج كتلته.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/pockets.py" />
   <source>The field would_join shows for each pocket whether its nearest part lies within this distance. 0 skips the test.</source>
   <translation>الحقل would_join يبيّن لكل جيب هل يقع أقرب جزء إليه ضمن هذه المسافة؛ 0 لا يختبر شيئًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/pockets.py" />
   <source>The layer has one polygon for each pocket and each period in which it stays the same.</source>
   <translation>مضلع لكل جيب ومدة يبقى فيها كما هو.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/pockets.py" />
   <source>The log reports the number of parts left out.</source>
   <translation>تُعدّ في السجل.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/pockets.py" />
   <source>Treat allies as one faction</source>
   <translation>الحلفاء يُحسبون واحدًا</translation>
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
   <source>{} parts smaller than {} km² were left out, {:.4f} km² in total.</source>
   <translation>الأجزاء المتروكة: {}، كل منها أصغر من {} كم²، ومجموعها {:.4f} كم².</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/retakenground.py" />
   <source>Area at the end of the series (km²)</source>
   <translation>المساحة في نهاية السلسلة بالكيلومتر المربع</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/retakenground.py" />
   <source>Faction that held the territory earlier</source>
   <translation>الفصيل الذي كان يسيطر عليها</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/retakenground.py" />
   <source>Faction that holds the territory</source>
   <translation>الفصيل الذي يسيطر على الأرض</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/retakenground.py" />
   <source>Finds territory that one faction holds and that another faction held at some time since a date. The output layer has one polygon for each period in which this territory stays the same, with its ellipsoidal area. It is derived from the history of the maps, regardless of who held the territory in between.

Factions are given by id, name, or any spelling used in data sets. Each source is processed separately.</source>
   <translation>أرض يسيطر عليها فصيل وكان آخر يسيطر عليها في وقت ما منذ تاريخ معيّن: مضلع لكل مدة تبقى فيها تلك الأرض كما هي، مع مساحته على الإهليلج. وهي مشتقة من تاريخ الخرائط، أيًا كان من سيطر على الأرض بين ذلك.

تُذكر الفصائل بالمعرّف أو الاسم أو أي تهجئة تستعملها مجموعات البيانات. ويُحكم على كل مصدر وحده.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/retakenground.py" />
   <source>HELD_BY and EARLIER_HELD_BY are both {!r}. Choose two different factions.</source>
   <translation>القيمتان HELD_BY وEARLIER_HELD_BY فصيل واحد، {!r}. اختر فصيلين مختلفين.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/retakenground.py" />
   <source>Retaken ground</source>
   <translation>الأرض المستعادة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/retakenground.py" />
   <source>Since (UTC, inclusive)</source>
   <translation>منذ (UTC، داخلًا في الحساب)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/retakenground.py" />
   <source>Territory counts if the other faction held it at any time from this date on.</source>
   <translation>تُحسب الأرض التي سيطر عليها الفصيل الآخر في أي وقت منذ هذا التاريخ.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/retakenground.py" />
   <source>The layer has one polygon for each period in which the territory stays the same.</source>
   <translation>مضلع لكل مدة تبقى فيها تلك الأرض كما هي.</translation>
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
   <source>{}: {!r} holds no territory in the maps. Choose one of these: {}.</source>
   <translation>{}: {!r} لا يسيطر على أرض في الخرائط؛ هؤلاء يسيطرون: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/series_base.py" />
   <source>Choose the layer territories of a case, or any polygon layer with a faction and dates.</source>
   <translation>طبقة ⁦territories⁩ من حالة، أو أي طبقة مضلعات فيها فصيل وتواريخ.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/series_base.py" />
   <source>Earlier date (UTC; empty: compare each map with the next)</source>
   <translation>التاريخ الأسبق (UTC؛ فارغ: مقارنة كل خريطة بالتي تليها)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/series_base.py" />
   <source>End of validity. Rows without an end are still valid. Requires a start field.</source>
   <translation>نهاية الصلاحية. الصفوف التي لا نهاية لها ما زالت صالحة. يتطلب حقل بداية.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/series_base.py" />
   <location filename="syria_control_plugin/resources/models/mapstoatlas.model3" />
   <source>Faction field</source>
   <translation>الحقل الذي فيه الفصيل</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/series_base.py" />
   <source>If empty, the field is detected by name and content.</source>
   <translation>فارغ: يُعرف من اسمه ومما يحمله.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/series_base.py" />
   <source>Later date (UTC)</source>
   <translation>التاريخ اللاحق (UTC)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/series_base.py" />
   <source>Map date field</source>
   <translation>الحقل الذي فيه تاريخ الخريطة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/series_base.py" />
   <source>Rows of one date form one map, which is valid until the next. If empty, the field is detected by content.</source>
   <translation>صفوف التاريخ الواحد خريطة واحدة تسري حتى التالية. فارغ: يُعرف مما تحمله الحقول.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/series_base.py" />
   <source>Set both dates for one comparison, or neither to compare each map with the next.</source>
   <translation>التاريخ الأسبق. اذكر التاريخين لمقارنة واحدة، ولا تذكر أيًا منهما لمقارنة كل خريطة بالتي تليها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/series_base.py" />
   <source>TO_DATE {} is not after FROM_DATE {}. Swap or correct them.</source>
   <translation>قيمة TO_DATE وهي {} ليست بعد قيمة FROM_DATE وهي {}. بدّل بينهما أو صحّحهما.</translation>
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
   <source>The later date must be after the earlier date.</source>
   <translation>يجب أن يكون التاريخ اللاحق بعد التاريخ الأسبق.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/series_base.py" />
   <source>Use this for rows with the start and end of their validity. If empty, the field is detected by name.</source>
   <translation>لصفوف تذكر من متى إلى متى تسري. فارغ: يُعرف من اسمه.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/series_base.py" />
   <source>{} is empty. Set both dates, or neither to compare all maps.</source>
   <translation>{} فارغ: اذكر التاريخين معًا، أو اتركهما معًا لكل الخرائط.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/series_base.py" />
   <source>{}: no data from {} to {}. Changes in this period are dated to its end.</source>
   <translation>{}: لا يُعرف شيء من {} إلى {}؛ والتغيّرات في تلك المدة مؤرخة بنهايتها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/series_base.py" />
   <source>{}: {!r} is not a date. Write it as 2017-10-24.</source>
   <translation>{}: {!r} ليس تاريخًا. اكتبه على شكل ⁦2017-10-24⁩.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesfromreports.py" />
   <source>All territories end at the border of these polygons. If empty, only the distance limits them.</source>
   <translation>مضلعات تنتهي عند حدودها كل مناطق السيطرة. فارغ: المسافة وحدها تنهيها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesfromreports.py" />
   <source>An import replaces the reports of an earlier import of the same name.</source>
   <translation>تقارير الاسم الواحد تحل محل ما في الحالة بذلك الاسم.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesfromreports.py" />
   <source>Area of interest</source>
   <translation>منطقة الاهتمام</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesfromreports.py" />
   <source>Basis field</source>
   <translation>حقل الأساس</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesfromreports.py" />
   <source>Cells end at this distance. The holder of a place does not apply beyond it.</source>
   <translation>هناك تنتهي الخلايا: وبعدها لا يقول مسيطر المكان شيئًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesfromreports.py" />
   <source>Choose a table or points with place, date, holder and source in each row. The coordinates are in this input or in Places.</source>
   <translation>جدول أو نقاط: في كل صف مكان وتاريخ ومسيطر ومصدر، والإحداثيات هنا أو في «الأماكن».</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesfromreports.py" />
   <source>Choose points, or a table with coordinates, with the same place ids. If empty, the coordinates are in the reports.</source>
   <translation>نقاط، أو جدول له إحداثيات، بمعرّفات الأماكن نفسها. فارغ: الإحداثيات في التقارير.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesfromreports.py" />
   <source>Creates territories without a published map, from reports such as "place P passed to faction F on day D, according to S". Each place is represented by its Voronoi cell, cut at a distance from the place and at the area of interest; cells of one holder are merged. A report is valid until the next report on the same place. Before its first report, a place is not mapped. If two holders are reported for one place and day, both hold it, and it is contested.

The result is labelled as derived. The input is one table with place, coordinates, date, holder and source in each row, or a table of reports and a table of places with the same place ids.</source>
   <translation>يصنع مناطق سيطرة حيث لم تُنشر خريطة قط: من تقارير مثل «المكان م انتقل إلى الفصيل ف في اليوم ي، بحسب المصدر س». يمثل كلَّ مكان خلية فورونوي الخاصة به، مقطوعة عند مسافة من المكان وعند منطقة الاهتمام؛ وتُدمج خلايا المسيطر الواحد. يسري التقرير حتى التقرير التالي عن المكان نفسه؛ والمكان قبل أول تقرير عنه غير مرسوم. وإذا ذُكر مسيطران لمكان ويوم واحد فكلاهما مسيطر: أرض متنازع عليها.

والنتيجة موسومة بأنها مشتقة. والمدخلات جدول واحد في كل صف منه المكان والإحداثيات والتاريخ والمسيطر والمصدر، أو جدول تقارير وجدول أماكن لهما معرّفات الأماكن نفسها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesfromreports.py" />
   <source>Date field</source>
   <translation>الحقل الذي فيه التاريخ</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesfromreports.py" />
   <source>Holder field</source>
   <translation>الحقل الذي فيه المسيطر</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesfromreports.py" />
   <location filename="syria_control_plugin/resources/models/mapstoatlas.model3" />
   <source>If empty, the field is detected by name.</source>
   <translation>فارغ: يُعرف من اسمه.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesfromreports.py" />
   <source>Latitude field (tables without points)</source>
   <translation>الحقل الذي فيه خط العرض (لجدول بلا نقاط)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesfromreports.py" />
   <source>Longitude field (tables without points)</source>
   <translation>الحقل الذي فيه خط الطول (لجدول بلا نقاط)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesfromreports.py" />
   <source>Maximum distance from a place (km; 0: no limit)</source>
   <translation>أبعد مسافة عن المكان بالكيلومترات (0: بلا حد)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesfromreports.py" />
   <source>Name of the series (empty: name of the table)</source>
   <translation>اسم السلسلة (فارغ: اسم الجدول)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesfromreports.py" />
   <source>Place field</source>
   <translation>الحقل الذي فيه المكان</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesfromreports.py" />
   <location filename="syria_control_plugin/mapping/layers/layers.py" />
   <source>Places</source>
   <translation>الأماكن</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesfromreports.py" />
   <location filename="syria_control_plugin/mapping/layers/layers.py" />
   <source>Reports</source>
   <translation>التقارير</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesfromreports.py" />
   <source>Source field</source>
   <translation>الحقل الذي فيه المصدر</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesfromreports.py" />
   <source>Territories from reports</source>
   <translation>مناطق سيطرة من تقارير</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesfromreports.py" />
   <source>The holder of a place is assumed unless this field is empty or begins with “reported”. If there is none, the holder is assumed if the source begins with “assumed”, “inferred” or similar text.</source>
   <translation>يُعدّ المسيطر على المكان مفترضًا ما لم يكن هذا الحقل فارغًا أو يبدأ بكلمة «⁦reported⁩». وإذا لم يوجد الحقل، فهو مفترض إذا بدأ المصدر بكلمة «⁦assumed⁩» أو «⁦inferred⁩» أو ما يشبههما.</translation>
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
   <source>A date without a time means its first moment.</source>
   <translation>التاريخ وحده يعني أول لحظة فيه.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesondate.py" />
   <location filename="syria_control_plugin/mapping/layouts/layouts.py" />
   <source>Area (km²)</source>
   <translation>المساحة بالكيلومتر المربع</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/territoriesondate.py" />
   <source>Creates the snapshot of a control series: the territory that each faction held on a date, with its ellipsoidal area. Periods are half-open: a territory is valid at its start and no longer valid at its end.

The input is the layer territories of a case, or any polygon layer with a faction and dates: a date field (rows of one date form one map, which is valid until the next), or start and end fields.</source>
   <translation>لقطة من سلسلة سيطرة: الأرض التي سيطر عليها كل فصيل في تاريخ، مع مساحتها على الإهليلج. المدد نصف مفتوحة: تكون منطقة السيطرة موجودة في بدايتها وغير موجودة في نهايتها.

المدخلات طبقة ⁦territories⁩ من حالة، أو أي طبقة مضلعات فيها فصيل وتواريخ: حقل تاريخ (صفوف التاريخ الواحد خريطة واحدة تسري حتى التالية)، أو حقلا بداية ونهاية.</translation>
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
   <source>The layer contains the territories that are valid on the date.</source>
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
   <source>{}: add the file to the project to filter its rows, and choose the layer.</source>
   <translation>{}: أضف الملف إلى المشروع لترشيح صفوفه، ثم اختر الطبقة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/vector_inputs.py" />
   <source>{}: the filter cannot be read: {}</source>
   <translation>{}: تعذّرت قراءة التصفية: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/vector_inputs.py" />
   <source>{}: {!r} has no layer {!r}. Layers: {}.</source>
   <translation>{}: ليس في {!r} الطبقة {!r}؛ طبقاته هي: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/vector_inputs.py" />
   <source>{}: {!r} has {} files. Choose one of them.</source>
   <translation>{}: عدد الملفات في {!r} هو {}. اذكر واحدًا منها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/vector_inputs.py" />
   <source>{}: {!r} has {} layers; {!r} is read. To read another layer, add its name after |layername=.</source>
   <translation>{}: عدد الطبقات في {!r} هو {}؛ وتُقرأ منها {!r}. اذكر غيرها بعد ⁦|layername=⁩.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/vector_inputs.py" />
   <source>{}: {!r} is not a CRS. Enter a code such as EPSG:4326, or choose a layer of the project.</source>
   <translation>{}: {!r} ليس نظام إحداثيات. اذكر رمزًا مثل ⁦EPSG:4326⁩، أو طبقة من المشروع.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/vector_inputs.py" />
   <source>{}: {!r} is not a vector layer that can be read.</source>
   <translation>{}: {!r} ليس طبقة متجهية يمكن قراءتها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/algorithms/vector_inputs.py" />
   <source>{}: {!r} is not an extent. Enter west, east, south, north, or choose a layer of the project.</source>
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
   <location filename="syria_control_plugin/core/factions/themes.py" />
   <location filename="syria_control_plugin/gui/corridors/filter.py" />
   <location filename="syria_control_plugin/mapping/layouts/foreign_templates.py" />
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <location filename="syria_control_plugin/sources/files/zips.py" />
   <location filename="syria_control_plugin/sources/maps/detection.py" />
   <location filename="syria_control_plugin/sources/movements/geometry.py" />
   <location filename="syria_control_plugin/sources/movements/importing.py" />
   <source>{}: {}</source>
   <translation>{}: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/case.py" />
   <source>Restore the case from a copy, or import again.</source>
   <translation>استعد الحالة من نسخة، أو استورد من جديد.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/case.py" />
   <source>The case contains {!r:.60} in place of a date. Correct it in QGIS, or restore the case from a copy.</source>
   <translation>في الحالة {!r:.60} حيث يجب أن يكون تاريخ: أصلحه في QGIS، أو استعد الحالة من نسخة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/case.py" />
   <source>The case {!r} does not exist.</source>
   <translation>لا توجد حالة في {!r}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/case.py" />
   <location filename="syria_control_plugin/case/trust.py" />
   <source>{!r} cannot be read now: {}. Close the file in other programs.</source>
   <translation>لا يمكن الآن قراءة {!r}: {}. أغلقه في البرامج الأخرى.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/case.py" />
   <source>{!r} is damaged: its setting {!r} cannot be read: {}. {}</source>
   <translation>الملف {!r} تالف: تعذّرت قراءة إعداده {!r}: {}. {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/case.py" />
   <source>{!r} is damaged: its setting {!r} is {!r:.60}. {}</source>
   <translation>{!r} تالف: إعداده {!r} هو {!r:.60}. {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/case.py" />
   <source>{!r} is not a case: {}. Choose another file.</source>
   <translation>{!r} ليس ملف حالة: {}. اختر ملفًا آخر.</translation>
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
   <source>{!r}: row {} of {} has coordinates out of range. Correct it in QGIS.</source>
   <translation>{!r}: الصف {} من {} له إحداثيات خارج الكرة الأرضية: صححه في QGIS.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/case.py" />
   <source>{!r}: row {} of {} has no area. Delete or correct it in QGIS.</source>
   <translation>{!r}: الصف {} من {} بلا مساحة: احذفه أو أصلحه في QGIS.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/case.py" />
   <source>{!r}: row {} of {} intersects itself. Correct it in QGIS.</source>
   <translation>{!r}: الصف {} من {} يقطع نفسه: أصلحه في QGIS.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/case.py" />
   <source>{!r}: {} cannot be read: {}. {}</source>
   <translation>{!r}: تتعذر قراءة {}: {}. {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/catalogue.py" />
   <source>The aliases of faction {!r:.100} are not a JSON list: {!r:.100}.</source>
   <translation>تهجئات الفصيل {!r:.100} ليست قائمة JSON: {!r:.100}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/catalogue.py" />
   <source>The case's table {} has a row that is not text: {!r:.100}. Correct it in QGIS.</source>
   <translation>في جدول الحالة {} صف ليس نصًا: {!r:.100}. أصلحه في QGIS.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/catalogue.py" />
   <source>The theme {!r} does not exist. Choose one of the shipped themes, {}, or a .json file.</source>
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
   <location filename="syria_control_plugin/case/schema.py" />
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
   <source>{!r} has no table {} in the form that this plugin writes. Search for corridors again.</source>
   <translation>ليس في {!r} الجدول {} كما تصنعه هذه الإضافة. ابحث عن الممرات من جديد.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/corridors.py" />
   <source>{!r}: {} cannot be read: {}.</source>
   <translation>{!r}: تعذّرت قراءة {}: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/editing.py" />
   <source>The folder {!r} does not exist. Create it or choose another.</source>
   <translation>المجلد {!r} غير موجود. أنشئه أو اختر غيره.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/editing.py" />
   <source>{!r} cannot be written to: {}. Choose another folder.</source>
   <translation>تعذّرت الكتابة في {!r}: {}. اختر مجلدًا آخر.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/editing.py" />
   <source>{!r} cannot be written: {}. Is the disk full or write-protected?</source>
   <translation>تعذّرت كتابة {!r}: {}. هل القرص ممتلئ أو محمي من الكتابة؟</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/editing.py" />
   <source>{!r} is locked by another program. Close the file there and try again.</source>
   <translation>برنامج آخر يقفل {!r}. أغلقه هناك وحاول من جديد.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/editing.py" />
   <source>{!r} was changed by another program in the meantime. Try again.</source>
   <translation>غيّر أحد آخر {!r} في هذه الأثناء. حاول من جديد.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/import_report.py" />
   <location filename="syria_control_plugin/gui/imports/report.py" />
   <source>Action</source>
   <translation>الإجراء</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/import_report.py" />
   <source>Claimed by {} and {} at once: up to {:.2f} km² on one date, kept as contested.</source>
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
   <source>Maps: {} dated. Territories: {} added, {} with a new end, {} removed.</source>
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
   <location filename="syria_control_plugin/gui/imports/page.py" />
   <location filename="syria_control_plugin/gui/imports/report.py" />
   <source>Values</source>
   <translation>القيم</translation>
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
   <source>rows known to the month only: {}, dated to its first day</source>
   <translation>صفوف يُعرف شهرها فقط: {}، مؤرخة بأول يوم منه</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/import_report.py" />
   <source>rows known to the quarter only: {}, dated to its first day</source>
   <translation>صفوف يُعرف ربع سنتها فقط: {}، مؤرخة بأول يوم منه</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/import_report.py" />
   <source>rows known to the year only: {}, dated to its first day</source>
   <translation>صفوف تُعرف سنتها فقط: {}، مؤرخة بأول يوم منها</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/import_report.py" />
   <source>{!r} is not a known faction; it may be another name of one. Rows: {}, drawn in a spare colour.</source>
   <translation>{!r} ليس فصيلًا معروفًا؛ قد يكون اسمًا آخر لفصيل معروف. صفوفه: {}، ويُرسم بلون احتياطي.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/import_report.py" />
   <source>{} overlaps smaller than the tolerance, {:.4f} km² in total.</source>
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
   <source>More than {} factions were read from {}, which may not contain factions. Choose another field, or raise the limit {} in QGIS's settings.</source>
   <translation>أكثر من {} فصيل بحسب {}: أهذا هو الفصيل؟ اختر حقلًا آخر، أو ارفع الحد {} في إعدادات QGIS.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/limits.py" />
   <source>row {}: field {!r} contains {} characters. Shorten it, or raise the limit of {} ({}) in QGIS's settings.</source>
   <translation>الصف {}: في الحقل {!r} {} محرفًا. اختصره، أو ارفع الحد وهو {} ({}) في إعدادات QGIS.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/limits.py" />
   <source>{}. A feature of the file may need more than {} MB of memory. Split it, save the file as a GeoPackage, or raise the limit {} in QGIS's settings.</source>
   <translation>{}. قد يحتاج عنصر منه إلى أكثر من {} ميغابايت من الذاكرة: قسّمه، أو احفظه GeoPackage، أو ارفع الحد {} في إعدادات QGIS.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/limits.py" />
   <source>{}: cannot be read: {}</source>
   <translation>{}: تعذّرت قراءته: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/limits.py" />
   <source>{}: is not JSON in UTF-8: {}</source>
   <translation>{}: ليس JSON بترميز UTF-8: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/limits.py" />
   <source>{}: the JSON is nested more than {} levels deep. Use another file, or raise the limit {} in QGIS's settings.</source>
   <translation>{}: JSON متداخل أكثر من {} مستوى. استعمل ملفًا آخر، أو ارفع الحد {} في إعدادات QGIS.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/limits.py" />
   <source>{}: {:.0f} MB of JSON; the limit is {} MB. Use another file, or raise the limit {} in QGIS's settings.</source>
   <translation>{}: {:.0f} ميغابايت من JSON، والحد {} ميغابايت. استعمل ملفًا آخر، أو ارفع الحد {} في إعدادات QGIS.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/print_data.py" />
   <source>DATES: no map covers {}. Choose another date.</source>
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
   <source>a folder, not a file: choose the files in it</source>
   <translation>مجلد وليس ملفًا: اختر الملفات التي فيه</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/regular_files.py" />
   <source>a folder, not a file: delete it</source>
   <translation>مجلد وليس ملفًا: احذفه</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/regular_files.py" />
   <source>a journal that names another file, which SQLite would delete: delete the journal</source>
   <translation>سجل (journal) يسمي ملفًا آخر، ولو تُرك لحذفت SQLite ذلك الملف: احذف السجل</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/regular_files.py" />
   <source>a link that points outside the folder: copy its target into the folder, or choose the target itself</source>
   <translation>رابط يقود إلى خارج المجلد: انسخ هدفه إلى المجلد، أو اختر الهدف نفسه</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/regular_files.py" />
   <source>a link that points to itself: replace it with the file</source>
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
   <source>an empty folder: a file geodatabase must contain files</source>
   <translation>مجلد فارغ: قاعدة البيانات الجغرافية الملفية فيها ملفات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/regular_files.py" />
   <source>cannot be opened: {}. Check its permissions.</source>
   <translation>تعذّر فتحه: {}. تحقق من أذوناته.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/regular_files.py" />
   <source>its file {!r}: {}</source>
   <translation>ملفه {!r}: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/regular_files.py" />
   <source>the file no longer exists: choose it again</source>
   <translation>لم يعد الملف موجودًا: اختره من جديد</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/regular_files.py" />
   <source>the file {!r} beside it: {}</source>
   <translation>الملف {!r} إلى جانبه: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/schema.py" />
   <source>A row of {} cannot be written: {}</source>
   <translation>تعذّرت كتابة صف من {}: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/schema.py" />
   <source>The case cannot be written: {}. Is the disk full or write-protected?</source>
   <translation>تعذّرت كتابة الحالة: {}. هل القرص ممتلئ أو محمي من الكتابة؟</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/schema.py" />
   <source>{!r} cannot be created: {}. Is the disk full or write-protected?</source>
   <translation>تعذّر إنشاء {!r}: {}. هل القرص ممتلئ أو محمي من الكتابة؟</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/schema.py" />
   <source>{!r} cannot be opened: {}</source>
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
   <source>{!r} cannot be written: {}</source>
   <translation>تعذّرت كتابة {!r}: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/themes.py" />
   <source>{!r} now has another theme. Open the case again.</source>
   <translation>صارت للملف {!r} سمة أخرى. افتح الحالة من جديد.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/trust.py" />
   <source>contains an expression</source>
   <translation>يحتوي على تعبير</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/trust.py" />
   <source>is a trigger of another program</source>
   <translation>مشغّل (trigger) من برنامج آخر</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/trust.py" />
   <source>is not an ordinary table</source>
   <translation>ليس جدولًا عاديًا</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/trust.py" />
   <source>is not in the form that this plugin writes</source>
   <translation>ليس بالصيغة التي تكتبها هذه الإضافة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/trust.py" />
   <source>{!r} cannot be a case: its name must end in .gpkg, and its path must not contain |. Rename it.</source>
   <translation>لا يمكن أن يكون {!r} حالة: يجب أن ينتهي اسمه بـ ⁦.gpkg⁩، وألا يكون في مساره |. غيّر اسمه.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/trust.py" />
   <source>{!r} cannot be read now: {}</source>
   <translation>لا يمكن الآن قراءة {!r}: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/trust.py" />
   <source>{!r} has triggers that this plugin did not create: {}. They would run at every change. Drop them in QGIS's browser (Execute SQL: DROP TRIGGER name), or get the case without them.</source>
   <translation>في {!r} مشغّلات (triggers) لم تصنعها هذه الإضافة: {}. وهي تعمل مع كل تغيير. احذفها في متصفح QGIS (⁦Execute SQL: DROP TRIGGER name⁩)، أو احصل على الحالة من دونها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/trust.py" />
   <source>{!r} is not a case: the file is not a database. Choose another file.</source>
   <translation>{!r} ليس حالة: الملف ليس قاعدة بيانات. اختر ملفًا آخر.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/trust.py" />
   <source>{!r}: {} is not in EPSG:4326. Get the case again, or restore it from a copy.</source>
   <translation>{!r}: {} ليس في EPSG:4326. احصل على الحالة من جديد، أو استعدها من نسخة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/case/trust.py" />
   <source>{!r}: {} {!r} {}. Get the case again, or restore it from a copy.</source>
   <translation>{!r}: {} {!r} {}. احصل على الحالة من جديد، أو استعدها من نسخة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/control/changes.py" />
   <source>Maps of several sources cannot be compared, because a change of source is not a change of control: {}.</source>
   <translation>لا يمكن مقارنة خرائط من عدة مصادر، فتغيّر المصدر ليس تغيّرًا في السيطرة: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/control/control_changes.py" />
   <source>Choose two different dates to compare, not {}.</source>
   <translation>اذكر تاريخين مختلفين للمقارنة، لا {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/control/control_changes.py" />
   <source>No source has maps for two of the dates {}; {}.</source>
   <translation>لا مصدر معروف في تاريخين من التواريخ {}؛ {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/control/control_changes.py" />
   <source>The matrix has no row for these holders of changed territory: {}.</source>
   <translation>ليس في المصفوفة صف لهؤلاء المسيطرين على أراضٍ انتقلت السيطرة عليها: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/control/holders.py" />
   <source>Faction {!r}: the id must not be empty or contain {!r}, which separates the holders of contested territory. Rename the faction in the layer.</source>
   <translation>الفصيل {!r}: لا يجوز أن يكون المعرّف فارغًا ولا أن يحوي {!r} الذي يفصل بين المسيطرين على أرض متنازع عليها. أعطه اسمًا آخر في الطبقة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/control/holders.py" />
   <source>Faction {!r}: this id is reserved for areas without territory. Rename the faction.</source>
   <translation>الفصيل {!r}: هذا المعرّف محجوز للأراضي التي لا منطقة سيطرة فيها. غيّر اسم الفصيل.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/control/holdings.py" />
   <source>The series has several sources ({}). Use one source at a time.</source>
   <translation>في السلسلة عدة مصادر ({}). استعمل مصدرًا واحدًا في كل مرة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/control/places.py" />
   <source>Every place needs one longitude and one latitude. The shapes of these columns are {} and {}.</source>
   <translation>يحتاج كل مكان إلى خط طول واحد وخط عرض واحد. أبعاد هذين العمودين هي {} و{}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/control/places.py" />
   <source>Every report needs a place, a date and a holder. The shapes of these columns differ: {}, {}, {}.</source>
   <translation>يحتاج كل تقرير إلى مكان وتاريخ ومسيطر. أبعاد هذه الأعمدة مختلفة: {}، {}، {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/control/places.py" />
   <source>Place in row {} lies {:.0f} km from the centre of all places, which may extend over {:.0f} km at most. Correct the place, or split the case.</source>
   <translation>يبعد المكان في الصف {} مسافة {:.0f} كم عن مركز كل الأماكن، ولا يجوز أن تمتد على أكثر من {:.0f} كم. صحّح المكان، أو قسّم الحالة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/control/places.py" />
   <source>Place in row {}: longitude {} or latitude {} is missing or out of range. Correct the place or leave it out.</source>
   <translation>المكان في الصف {}: خط الطول {} أو خط العرض {} غير موجود أو خارج المدى المسموح. صحّح المكان أو اتركه.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/control/places.py" />
   <source>Report in row {} has the holder {!r}. Enter the id of a faction.</source>
   <translation>المسيطر في تقرير الصف {} هو {!r}. أدخل معرّف فصيل.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/control/places.py" />
   <source>Report in row {}: place {} does not exist. Number of places: {}.</source>
   <translation>التقرير في الصف {}: المكان {} غير موجود. عدد الأماكن: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/control/places.py" />
   <source>Report in row {}: place {} or date {} is not valid. Correct it.</source>
   <translation>التقرير في الصف {}: المكان {} أو التاريخ {} غير صالح. صححه.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/control/places.py" />
   <source>The area extends {:.0f} km from the centre of the places. Clip it to {:.0f} km.</source>
   <translation>تمتد المنطقة إلى {:.0f} كم من مركز الأماكن. اقتطعها عند {:.0f} كم.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/control/places.py" />
   <source>The area is not a valid polygon ({}). Repair it.</source>
   <translation>المنطقة ليست مضلعًا سليمًا ({}). أصلحها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/control/places.py" />
   <source>The coordinates of places must be numbers in degrees: {}.</source>
   <translation>يجب أن تكون إحداثيات الأماكن أعدادًا بالدرجات: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/control/places.py" />
   <source>The distance limit is {} km. Set a limit above 0, or no limit and an area.</source>
   <translation>حد المسافة {} كم. حدد مسافة أكبر من 0، أو اترك الحد وحدد منطقة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/control/places.py" />
   <source>The list of places is empty. Add at least one place.</source>
   <translation>قائمة الأماكن فارغة. أضف مكانًا واحدًا على الأقل.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/control/places.py" />
   <source>The place numbers of reports must be whole numbers, not {}.</source>
   <translation>يجب أن تكون أرقام الأماكن في التقارير أعدادًا صحيحة، لا {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/control/places.py" />
   <source>The places in rows {} and {} are at the same point. Merge them into one place.</source>
   <translation>المكانان في الصفين {} و{} في النقطة نفسها. ادمجهما في مكان واحد.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/control/places.py" />
   <source>Without a distance limit the cells are unbounded. Set a distance or an area.</source>
   <translation>بلا حد للمسافة لا تنتهي الخلايا. حدد مسافة أو منطقة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/control/series.py" />
   <source>Row {}: a territory must be a polygon or multipolygon.</source>
   <translation>الصف {}: يجب أن تكون منطقة السيطرة مضلعًا أو مضلعًا متعددًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/control/series.py" />
   <source>The columns of a control series differ in length: {}.</source>
   <translation>تختلف أطوال أعمدة سلسلة السيطرة: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/corridors/areas.py" />
   <source>The follow-up period must be a whole number of days, 0 or more, not {!r:.100}.</source>
   <translation>يجب أن تكون مدة المتابعة عددًا صحيحًا من الأيام، 0 أو أكثر، لا {!r:.100}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/corridors/areas.py" />
   <source>The number of areas, {}, differs from the number of corridors, {}.</source>
   <translation>عدد المناطق، وهو {}، يختلف عن عدد الممرات، وهو {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/corridors/areas.py" />
   <source>The width of a corridor area must be a number of km above 0, not {!r:.100}.</source>
   <translation>يجب أن يكون عرض منطقة الممر عددًا من الكيلومترات أكبر من 0، لا {!r:.100}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/corridors/events.py" />
   <source>An event has no usable place.</source>
   <translation>ليس لأحد الأحداث مكان صالح.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/corridors/events.py" />
   <source>Event {!r:.100} has no end.</source>
   <translation>ليس للحدث {!r:.100} نهاية.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/corridors/events.py" />
   <source>The columns of clash events differ in length: {}.</source>
   <translation>تختلف أطوال أعمدة أحداث الاشتباك: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/corridors/events.py" />
   <source>{!r:.100} is not a kind of event. Kinds: {}.</source>
   <translation>{!r:.100} ليس نوعًا من الأحداث. الأنواع هي: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/corridors/evidence.py" />
   <source>The coverage distance and window, {} km and {} days, are narrower than the clash distance and window, {} km and {} days. Set them at least as wide.</source>
   <translation>مسافة التغطية ومدتها، {} كم و{} يومًا، أضيق من مسافة الاشتباك ومدته، {} كم و{} يومًا. اجعلهما مساويتين لهما على الأقل.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/corridors/evidence.py" />
   <source>{} must be {}, 0 or more, not {!r:.100}.</source>
   <translation>يجب أن يكون {} من النوع: {}، 0 أو أكثر، لا {!r:.100}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/corridors/inferred.py" />
   <source>The contiguity tolerance must be above 0 km and the maximum detour factor 1 or more, not {} km and {}.</source>
   <translation>يجب أن تكون سماحية التجاور أكبر من 0 كم وأن يكون معامل أقصى التفاف 1 أو أكثر، لا {} كم و{}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/corridors/observed.py" />
   <source>The minimum length of a corridor is {!r} km. Set 0 or more.</source>
   <translation>أقل طول للممر هو {!r} كم. حدد 0 أو أكثر.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/corridors/robustness.py" />
   <source>The border uncertainty must be a number of km, 0 or more, not {!r:.100}.</source>
   <translation>يجب أن يكون خطأ الحدود عددًا من الكيلومترات، 0 أو أكثر، لا {!r:.100}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/dates/options.py" />
   <source>The date limits {} to {} are in the wrong order. Swap or correct them.</source>
   <translation>حدّا التاريخ من {} إلى {} ليسا مدى: بدّل بينهما أو صحّحهما.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/dates/parsing.py" />
   <source>The date is missing. Enter it or leave the row out.</source>
   <translation>لا تاريخ: املأه أو اترك الصف.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/dates/parsing.py" />
   <source>The name {} contains no date. Add one, such as 2017-10-24, or set the date.</source>
   <translation>لا تاريخ في الاسم {}: ضع فيه تاريخًا، مثل ⁦2017-10-24⁩، أو اذكره.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/dates/parsing.py" />
   <source>The name {} contains several dates ({}). Keep one, or set the date.</source>
   <translation>في الاسم {} عدة تواريخ ({}): أبقِ واحدًا، أو اذكر التاريخ.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/dates/parsing.py" />
   <source>The order of day and month in {} is unclear. Set the date order: day-month-year (DMY) or month-day-year (MDY).</source>
   <translation>لا يمكن تمييز اليوم من الشهر في {}: اذكر ترتيب التاريخ، يوم-شهر-سنة (DMY) أو شهر-يوم-سنة (MDY).</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/dates/periods.py" />
   <source>Row {}: the period ends ({}) at or before its start ({}).</source>
   <translation>الصف {}: تنتهي المدة ({}) قبل أن تبدأ أو عند بدايتها ({}).</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/dates/periods.py" />
   <source>Row {}: the period has no start.</source>
   <translation>الصف {}: تحتاج المدة إلى بداية.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/dates/texts.py" />
   <source>{} can mean {} (seconds since 1970) or {} (milliseconds). Set EPOCH to seconds or milliseconds.</source>
   <translation>قد يعني {} {} (ثوانٍ منذ 1970) أو {} (أجزاء من ألف من الثانية). اضبط ⁦EPOCH⁩ على ⁦seconds⁩ أو ⁦milliseconds⁩.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/dates/texts.py" />
   <source>{} can mean {} {} or {} {} {}. Set the date order: day-month-year (DMY) or month-day-year (MDY).</source>
   <translation>قد يكون {} هو {} {} أو {} {} {}: اذكر ترتيب التاريخ، يوم-شهر-سنة (DMY) أو شهر-يوم-سنة (MDY).</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/dates/texts.py" />
   <source>{} can mean {}. Set the date order.</source>
   <translation>قد يعني {} أيًا من {}. اضبط ترتيب التاريخ.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/dates/texts.py" />
   <source>{} can only be {}, but the date order is {}. Correct the date or the order.</source>
   <translation>لا يمكن أن يكون {} إلا {}، لكن ترتيب التاريخ هو {}: صحّح التاريخ أو الترتيب.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/dates/texts.py" />
   <source>{} cannot be read as a date. Write it as 2017-10-24 or 24 Oct 2017.</source>
   <translation>{} ليس تاريخًا يمكن قراءته: اكتبه هكذا ⁦2017-10-24⁩ أو ⁦24 Oct 2017⁩.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/dates/texts.py" />
   <source>{} does not exist: {} {} has no {}. Correct the date.</source>
   <translation>{} ليس يومًا: ليس في {} {} يوم رقمه {}. صحّحه.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/dates/texts.py" />
   <source>{} has a time of day that does not exist. Correct it.</source>
   <translation>ليس في {} ساعة موجودة: صحّحها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/dates/texts.py" />
   <source>{} has a time zone that does not exist. Correct it.</source>
   <translation>في {} منطقة زمنية لا وجود لها: صحّحها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/dates/texts.py" />
   <source>{} has a two-digit year, so the century is unknown. Set CENTURY, such as 2000, or write four digits.</source>
   <translation>سنة {} من رقمين، فالقرن غير معروف. اضبط ⁦CENTURY⁩، مثل ⁦2000⁩، أو اكتب أربعة أرقام.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/dates/texts.py" />
   <source>{} has no month {}. Write it as year-month-day, for example 2017-10-24.</source>
   <translation>ليس في {} شهر رقمه {}: اكتبه سنة-شهر-يوم، ⁦2017-10-24⁩.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/dates/texts.py" />
   <source>{} is a date in the year {}. Write the year with its century.</source>
   <translation>{} تاريخ في السنة {}. اكتب السنة مع قرنها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/dates/texts.py" />
   <source>{} is before the common era. QGIS cannot show such dates. Leave it out.</source>
   <translation>{} قبل الميلاد. لا يستطيع ⁦QGIS⁩ عرض مثل هذه التواريخ. استبعده.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/dates/texts.py" />
   <source>{} lies outside {}. Correct the date.</source>
   <translation>يقع {} خارج {}. صحح التاريخ.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/dates/texts.py" />
   <source>{} names a week, which can begin on different days. Write its first day, such as 2017-10-09.</source>
   <translation>يذكر {} أسبوعًا، وقد يبدأ الأسبوع في أيام مختلفة. اكتب يومه الأول، مثل ⁦2017-10-09⁩.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/dates/zones.py" />
   <source>{!r:.60} is not a time zone of this computer. Set a name such as Asia/Damascus or an offset such as UTC+03:00.</source>
   <translation>{!r:.60} ليست منطقة زمنية في هذا الحاسوب. اكتب اسمًا مثل ⁦Asia/Damascus⁩ أو فرقًا مثل ⁦UTC+03:00⁩.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/blocs.py" />
   <source>Blocs begin or end on {} days; at most {} are possible. Use fewer.</source>
   <translation>تبدأ كتل أو تنتهي في {} من الأيام، والحد الأقصى {}. قلّلها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/blocs.py" />
   <source>{!r:.150} is not a bloc with a period. Write the bloc, its first day and the first day after it, such as GOV 2015-09-30/2024-12-08, with .. for an open side.</source>
   <translation>{!r:.150} ليست كتلة مع مدة. اكتب الكتلة ويومها الأول وأول يوم بعدها، مثل ⁦GOV 2015-09-30/2024-12-08⁩، واكتب ⁦..⁩ لطرف مفتوح.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/blocs.py" />
   <source>{:.150} and {:.150} are two blocs at a time. End the first one on or before the day on which the other begins.</source>
   <translation>{:.150} و{:.150} كتلتان في وقت واحد. أنهِ الأولى في اليوم الذي تبدأ فيه الأخرى أو قبله.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/blocs.py" />
   <source>{:.150} ends on or before the day on which it begins. Correct the days.</source>
   <translation>تنتهي {:.150} في يوم بدئها أو قبله. صحّح الأيام.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/factions.py" />
   <source>Every faction needs a {}: {!r:.200} has none.</source>
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
   <source>Faction {!r:.100}: colour {!r:.100} is not #rrggbb.</source>
   <translation>الفصيل {!r:.100}: اللون {!r:.100} ليس بصيغة ⁦#rrggbb⁩.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/factions.py" />
   <source>Faction {!r:.100}: the alias {!r:.100} is not a name.</source>
   <translation>الفصيل {!r:.100}: التهجئة {!r:.100} ليست اسمًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/factions.py" />
   <source>Faction {!r:.100}: the aliases {!r:.100} are not a list.</source>
   <translation>الفصيل {!r:.100}: التهجئات {!r:.100} ليست قائمة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/factions.py" />
   <source>Faction {!r:.100}: {}</source>
   <translation>الفصيل {!r:.100}: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/factions.py" />
   <source>Faction {!r:.100}: {} {!r:.100} is not text.</source>
   <translation>الفصيل {!r:.100}: {} {!r:.100} ليس نصًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/factions.py" />
   <source>No faction has the id {!r:.100}. Known ids: {:.500}.</source>
   <translation>لا فصيل معرّفه {!r:.100}، وإنما: {:.500}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/factions.py" />
   <source>{!r:.100} is an id, name or alias of both faction {!r:.100} ({:.100}) and faction {!r:.100} ({:.100}). Remove it from one of them.</source>
   <translation>{!r:.100} معرّف أو اسم أو تهجئة للفصيل {!r:.100} ({:.100}) وللفصيل {!r:.100} ({:.100}) معًا. احذفه من أحدهما.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/factions.py" />
   <source>{!r:.100} is not a list of factions.</source>
   <translation>{!r:.100} ليس قائمة فصائل.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/factions.py" />
   <source>{!r:.150} is not a faction with its bloc. Write both, and a period if there is one, such as RUS: GOV 2015-09-30/2024-12-08.</source>
   <translation>{!r:.150} ليس فصيلًا مع كتلته. اكتب الاثنين، والمدة إن وُجدت، مثل ⁦RUS: GOV 2015-09-30/2024-12-08⁩.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/factions.py" />
   <source>{!r} cannot be in a bloc: it is the holder of areas that nobody holds.</source>
   <translation>لا يمكن أن يكون {!r} في كتلة: فهو مسيطر الأراضي التي لا يسيطر عليها أحد.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/themes.py" />
   <source>Set exactly one of faction, rule and is_contested.</source>
   <translation>يجب أن يكون واحدًا بالضبط من: ⁦faction, rule, is_contested⁩.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/themes.py" />
   <source>held_by and earlier_held_by are both {!r:.100}. Choose two different factions.</source>
   <translation>القيمتان held_by وearlier_held_by كلتاهما {!r:.100}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/themes.py" />
   <source>pattern {!r:.100} is not one of {}.</source>
   <translation>النقش {!r:.100} ليس واحدًا من {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/themes.py" />
   <source>since {!r:.100} is not an ISO date such as 2017-10-09.</source>
   <translation>القيمة since وهي {!r:.100} ليست تاريخًا بصيغة ISO مثل ⁦2017-10-09⁩.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/themes.py" />
   <source>{} is {}: contested territory has a separate class.</source>
   <translation>{} من نوع {}: للأرض المتنازع عليها فئة واحدة، منفصلة عن غيرها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/themes.py" />
   <source>{} {!r:.100} is not #rrggbb.</source>
   <translation>{} {!r:.100} ليس بصيغة ⁦#rrggbb⁩.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/themes.py" />
   <source>{} {!r:.100} is not a length in mm.</source>
   <translation>{} {!r:.100} ليس طولًا بالمليمترات.</translation>
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
   <source>{}: spare_fills is empty. Factions without a class need at least one fill.</source>
   <translation>{}: القائمة spare_fills فارغة، وعندئذ لا مظهر لفصيل بلا فئة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/themes.py" />
   <source>{}: unknown key {!r:.100}.</source>
   <translation>{}: مفتاح غير معروف {!r:.100}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/themes.py" />
   <source>{}: {!r:.100} is not a JSON object.</source>
   <translation>{}: {!r:.100} ليس سجلًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/themes.py" />
   <source>{}: {} is missing.</source>
   <translation>{}: المفتاح {} مفقود.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/themes.py" />
   <source>{}: {} {!r:.100} is not a list.</source>
   <translation>{}: {} {!r:.100} ليس قائمة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/themes.py" />
   <source>{}{} {!r:.100} contains an incomplete character.</source>
   <translation>{}{} {!r:.100} فيه نصف محرف.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/factions/themes.py" />
   <source>{}{} {!r:.100} is not text.</source>
   <translation>{}{} {!r:.100} ليس نصًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/geometry/polygons.py" />
   <source>GeometryCollection: polygons kept, other parts left out</source>
   <translation>مجموعة أشكال (GeometryCollection): أُبقيت المساحات، وتُركت الأجزاء الأخرى</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/geometry/polygons.py" />
   <location filename="syria_control_plugin/sources/movements/reader.py" />
   <source>coordinates that are not numbers</source>
   <translation>إحداثيات ليست أعدادًا</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/geometry/polygons.py" />
   <source>empty geometry</source>
   <translation>هندسة فارغة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/geometry/polygons.py" />
   <source>invalid {}: {}</source>
   <translation>{} غير سليم: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/geometry/polygons.py" />
   <location filename="syria_control_plugin/sources/movements/reader.py" />
   <source>no geometry</source>
   <translation>لا شكل هندسي</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/geometry/polygons.py" />
   <source>{} has zero area</source>
   <translation>{} بلا مساحة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/messages.py" />
   <location filename="syria_control_plugin/sources/files/addresses.py" />
   <source>{}</source>
   <translation>{}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/movements/cleaning.py" />
   <source>Fix {} has no time, or its coordinates are out of range.</source>
   <translation>ليس لنقطة الرصد {} وقت، أو إحداثياتها خارج المدى المسموح.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/movements/cleaning.py" />
   <source>The numbers of tracks, {}, times, {}, and places, {}, of the fixes differ.</source>
   <translation>تختلف أعداد المسارات، {}، والأوقات، {}، والأماكن، {}، لنقاط الرصد.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/movements/cleaning.py" />
   <source>{} is {!r:.50}. Set a number above 0, or none for no limit.</source>
   <translation>قيمة {} هي {!r:.50}. حدد عددًا أكبر من 0، أو لا تحدد شيئًا فلا يكون حد.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/movements/movements.py" />
   <source>Movement {!r:.100} {}.</source>
   <translation>التحرّك {!r:.100}: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/movements/movements.py" />
   <source>The columns of movements differ in length: {}.</source>
   <translation>تختلف أطوال أعمدة التحركات: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/core/movements/movements.py" />
   <source>The columns of {} movements with {} fixes and {} times are inconsistent.</source>
   <translation>أعمدة التحركات غير متسقة: التحركات {}، ونقاط الرصد {}، والأوقات {}.</translation>
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
   <source>Export animation</source>
   <translation>صنع فيلم</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/dialog.py" />
   <source>Exporting animation</source>
   <translation>صنع الفيلم</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/dialog.py" />
   <source>Preview of one frame</source>
   <translation>معاينة إطار واحد</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/dialog.py" />
   <source>Reading the case</source>
   <translation>قراءة الحالة</translation>
  </message>
  <message numerus="yes">
   <location filename="syria_control_plugin/gui/animation/dialog.py" />
   <source>The animation was saved to {}: %n frames.</source>
   <extracomment>For 1: The animation was saved to {}: one frame.</extracomment>
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
   <location filename="syria_control_plugin/gui/animation/dialog.py" />
   <source>The export was cancelled. No animation was created.</source>
   <translation>أُلغي التصدير. لم يُصنع فيلم.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/form.py" />
   <source> frames per second</source>
   <translation> إطار في الثانية</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/form.py" />
   <source> s per step</source>
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
   <source>&amp;Mark territory that changed hands</source>
   <translation>تمييز الأرض التي انتقلت السيطرة عليها (&amp;M)</translation>
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
   <source>Co&amp;ntent</source>
   <translation>المحتوى (&amp;N)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/form.py" />
   <source>Current map extent</source>
   <translation>كما تعرضه الخريطة الآن</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/form.py" />
   <source>Dates in the data</source>
   <translation>تواريخ البيانات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/form.py" />
   <source>Every N days</source>
   <translation>كل عدد من الأيام</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/form.py" />
   <source>Every N hours</source>
   <translation>كل عدد من الساعات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/form.py" />
   <source>Every N weeks</source>
   <translation>كل عدد من الأسابيع</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/form.py" />
   <source>Full extent of the data</source>
   <translation>كامل نطاق البيانات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/form.py" />
   <source>Let movements and corridors &amp;grow</source>
   <translation>رسم التحركات والممرات شيئًا فشيئًا (&amp;G)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/form.py" />
   <source>Map view with the current layers</source>
   <translation>الخريطة بطبقاتها كما هي الآن</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/form.py" />
   <source>Print layout: {}</source>
   <translation>تخطيط الطباعة: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/form.py" />
   <source>S&amp;peed</source>
   <translation>السرعة (&amp;P)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/form.py" />
   <source>Si&amp;ze</source>
   <translation>الحجم (&amp;Z)</translation>
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
   <source>{date} is replaced by the date of the frame. If empty, no text is shown.</source>
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
   <source>The map view shows no layers. Turn on at least one layer.</source>
   <translation>لا تعرض الخريطة أي طبقة. أظهر طبقة واحدة على الأقل.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/animation/job.py" />
   <source>The project has no print layout {!r}. Choose another.</source>
   <translation>ليس في المشروع تخطيط الطباعة {!r}. اختر غيره.</translation>
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
   <source>{}, {}, duration: {}, file size (very rough estimate): {}.</source>
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
   <source>Creating the sample case</source>
   <translation>صنع الحالة النموذجية</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/controllers/case_loader.py" />
   <source>Draws the layers with the styles in the file, unless these load or run anything.</source>
   <translation>يرسم الطبقات بالأنماط التي في الملف، ما لم تكن تحمّل شيئًا أو تشغّله.</translation>
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
   <source>(at some time since {}: no data in between)</source>
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
   <source>Map of {}: first map, so changes are not known</source>
   <translation>خريطة {}: هي الأولى؛ لا يُعرف ما تغيّر</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/controllers/case_presenter.py" />
   <source>Map of {}: no territory changed hands</source>
   <translation>خريطة {}: لم تنتقل السيطرة على شيء</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/controllers/case_presenter.py" />
   <source>Map of {}: {} km² changed hands</source>
   <translation>خريطة {}: انتقلت السيطرة على {} كم²</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/controllers/case_presenter.py" />
   <source>No date is shown, or the date is before the first map.</source>
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
   <source>{} in territory of {}</source>
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
   <source>The corridors cannot be read: {}</source>
   <translation>تعذّرت قراءة الممرات: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/controllers/corridor_controller.py" />
   <source>The events cannot be read: {}</source>
   <translation>تعذّرت قراءة الأحداث: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/controllers/corridor_controller.py" />
   <source>The project has no corridor layer. Recalculate the corridors to add it.</source>
   <translation>لا توجد في المشروع طبقة للممرات. أعد حسابها فتُضاف الطبقة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/controllers/corridor_controller.py" />
   <source>The search for corridors failed. Nothing was changed. {}</source>
   <translation>فشل البحث عن الممرات، ولم يتغيّر شيء: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/controllers/date_controller.py" />
   <source>No map is dated {}. The map of {}, which is valid until the next map, is shown.</source>
   <translation>لا توجد خريطة في {}. تُعرض خريطة {} السارية حتى التي تليها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/controllers/panel_controller.py" />
   <source>Areas and changes</source>
   <translation>المساحات والتغيّرات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/controllers/panel_controller.py" />
   <source>Areas and changes were not computed. Choose “Reload the case” from the menu.</source>
   <translation>لم تُحسب المساحات والتغيّرات. اختر «قراءة الحالة من جديد» من القائمة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/controllers/panel_controller.py" />
   <source>Saving the blocs</source>
   <translation>حفظ الكتل</translation>
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
   <source>Choose a corridor to see the evidence for and against it.</source>
   <translation>اختر ممرًا لترى ما يؤيده وما ينفيه.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/evidence.py" />
   <location filename="syria_control_plugin/gui/corridors/table.py" />
   <source>Copy summary</source>
   <translation>نسخ الملخص</translation>
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
   <source>Events matched to the corridor</source>
   <translation>الأحداث المطابقة للممر</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/evidence.py" />
   <source>Events matched to the corridor: {}</source>
   <translation>الأحداث المطابقة له: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/evidence.py" />
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source>Id</source>
   <translation>المعرّف</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/evidence.py" />
   <source>No events are matched to the corridor.</source>
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
   <location filename="syria_control_plugin/sources/events/plain_table.py" />
   <location filename="syria_control_plugin/sources/movements/detection.py" />
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
   <location filename="syria_control_plugin/gui/corridors/evidence.py" />
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source>± km</source>
   <translation>± كم</translation>
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
   <source>Corridors: search all columns</source>
   <translation>الممرات: البحث في كل الأعمدة</translation>
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
   <location filename="syria_control_plugin/sources/events/plain_table.py" />
   <source>Kind</source>
   <translation>النوع</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/filter.py" />
   <location filename="syria_control_plugin/gui/corridors/model.py" />
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <location filename="syria_control_plugin/sources/movements/detection.py" />
   <source>Mover</source>
   <translation>الطرف المتحرّك</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/filter.py" />
   <location filename="syria_control_plugin/gui/imports/report.py" />
   <source>Search all columns</source>
   <translation>البحث في كل الأعمدة</translation>
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
   <location filename="syria_control_plugin/sources/events/plain_table.py" />
   <location filename="syria_control_plugin/sources/movements/detection.py" />
   <source>Date</source>
   <translation>التاريخ</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/model.py" />
   <source>Length (km)</source>
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
   <source>Corridor search settings</source>
   <translation>إعدادات البحث عن الممرات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/page.py" />
   <source>Import clash events…</source>
   <translation>استيراد أحداث الاشتباك…</translation>
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
   <source>Show the evidence for and against the corridor</source>
   <translation>عرض ما يؤيد الممر وما ينفيه</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/page.py" />
   <source>The case has no clash events, so clashes cannot be assessed.</source>
   <translation>لا أحداث اشتباك في هذه الحالة: لا يمكن قول شيء عن الاشتباكات.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/page.py" />
   <source>The case has no movements, and no corridor could be inferred from its maps alone.</source>
   <translation>لا تحركات في هذه الحالة، ولم يمكن استنتاج أي ممر من خرائطها وحدها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/page.py" />
   <source>The case has not been searched for corridors yet.</source>
   <translation>لم يُبحث بعد عن ممرات في هذه الحالة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/page.py" />
   <source>The settings differ from those of the listed corridors. Search again to apply them.</source>
   <translation>الإعدادات تختلف عن إعدادات الممرات المعروضة. ابحث من جديد لتطبيقها.</translation>
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
   <source>Border uncertainty</source>
   <translation>خطأ الحدود</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/settings.py" />
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <source>Clash distance</source>
   <translation>مسافة الاشتباك</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/settings.py" />
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <source>Contiguity tolerance</source>
   <translation>سماحية التجاور</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/settings.py" />
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <source>Corridor width</source>
   <translation>عرض الممر</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/settings.py" />
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <source>Count remote violence</source>
   <translation>احتساب العنف عن بُعد</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/settings.py" />
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <source>Coverage distance</source>
   <translation>مسافة التغطية</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/settings.py" />
   <source>Events and dates are days of this zone; times of fixes are UTC and are converted to its days.</source>
   <translation>الأحداث والتواريخ أيام في هذه المنطقة؛ وأوقات نقاط الرصد بتوقيت UTC وتُحوَّل إلى أيامها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/settings.py" />
   <source>Events between the two sides at a greater distance from the path are not counted.</source>
   <translation>أبعد مسافة للاشتباك عن المسار</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/settings.py" />
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <source>Follow-up period</source>
   <translation>مدة المتابعة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/settings.py" />
   <source>If checked, explosions and remote violence (air strikes, artillery, mines) between the two sides count as clashes.</source>
   <translation>الضربات عن بُعد (جوية ومدفعية وألغام) بين الطرفين تحسم أيضًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/settings.py" />
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <source>Maximum detour</source>
   <translation>أقصى التفاف</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/settings.py" />
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <source>Minimum length</source>
   <translation>أقصر طول</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/settings.py" />
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>More settings</source>
   <translation>إعدادات أخرى</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/settings.py" />
   <source>Recalculate</source>
   <translation>إعادة الحساب</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/settings.py" />
   <source>Set the distance by which the borders of the maps may be off.</source>
   <translation>كم قد تبعد حدود الخرائط عن الواقع</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/settings.py" />
   <source>Shorter observed corridors are left out.</source>
   <translation>الممرات المرصودة الأقصر من ذلك تُترك</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/settings.py" />
   <source>The period starts after the passage. Territory that the mover's side takes within it is reported.</source>
   <translation>المدة بعد المرور التي قد يكون الطرف المتحرّك أخذ الأرض خلالها</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/settings.py" />
   <source>Time window</source>
   <translation>المدة الزمنية</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/settings.py" />
   <source>Time zone of days</source>
   <translation>المنطقة الزمنية للأيام</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/settings.py" />
   <source>Time zone of days (proposed)</source>
   <translation>المنطقة الزمنية للأيام (مقترحة)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/table.py" />
   <source>Open the attribute table</source>
   <translation>فتح جدول البيانات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/corridors/table.py" />
   <source>Zoom to corridor</source>
   <translation>التقريب إلى الممر</translation>
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
   <source>No case was created.</source>
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
   <source>The case was not changed.</source>
   <translation>بقيت الحالة كما كانت.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/dialog.py" />
   <source>The import was cancelled.</source>
   <translation>أُلغي الاستيراد.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/dialog.py" />
   <source>The report was saved to {}.</source>
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
   <source>A new case is created.</source>
   <translation>حالة جديدة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/jobs.py" />
   <source>Choose where to save the case.</source>
   <translation>اختر مكان حفظ الحالة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/jobs.py" />
   <source>Previewing control maps</source>
   <translation>معاينة خرائط السيطرة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/jobs.py" />
   <source>The maps are added to the existing case, which contains: {}.</source>
   <translation>يُضاف إلى الحالة، وفيها: {}.</translation>
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
   <source>Days in the files or layers read: {}, {} to {}.</source>
   <translation>الأيام فيما قُرئ من ملفات أو طبقات: {}، من {} إلى {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/page.py" />
   <source>Days: {}, {} to {}.</source>
   <translation>الأيام: {}، من {} إلى {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/page.py" />
   <location filename="syria_control_plugin/gui/panel/blocs.py" />
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
   <source>First rows and their results</source>
   <translation>الصفوف الأولى ونتائجها</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/page.py" />
   <source>Layers: {}.</source>
   <translation>الطبقات: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/page.py" />
   <source>Loading preview…</source>
   <translation>جارٍ تحميل المعاينة…</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/page.py" />
   <source>Not read because they are not maps: {} ({}).</source>
   <translation>ليست خرائط، لم تُقرأ: {} ({}).</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/page.py" />
   <source>Nothing can be imported. {}</source>
   <translation>لا يمكن استيراد أي شيء. {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/page.py" />
   <source>Result</source>
   <translation>النتيجة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/page.py" />
   <source>Rows to import: {}, repaired: {}. Rows or files left out: {}.</source>
   <translation>الصفوف الداخلة: {}، المُصلحة: {}. الصفوف أو الملفات المتروكة: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/page.py" />
   <source>Rows: {} (files or layers read: {}).</source>
   <translation>الصفوف: {} (الملفات أو الطبقات المقروءة: {}).</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/page.py" />
   <source>Rows: {}.</source>
   <translation>الصفوف: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/page.py" />
   <source>The case has a source “{}” from another folder. Under “More settings”, enter the name of the source: the same to add to it, or another.</source>
   <translation>في الحالة مصدر باسم «{}» من مجلد آخر. أدخل اسم المصدر تحت «إعدادات أخرى»: الاسم نفسه لتضيف إليه، أو اسمًا آخر.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/page.py" />
   <source>The input contains no areas, so it is not a control map. To import clash events, movements or reports on places, use the tools under Syria Control in the Processing toolbox.</source>
   <translation>ليس فيه مساحات: فليس خريطة سيطرة. لأحداث الاشتباك والتحركات والتقارير عن الأماكن عمليات استيراد خاصة بها في صندوق أدوات المعالجة، تحت Syria Control.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/page.py" />
   <location filename="syria_control_plugin/sources/maps/preview.py" />
   <source>The input contains no map.</source>
   <translation>ليس فيه أي خريطة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/page.py" />
   <source>imported</source>
   <translation>مستورَد</translation>
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
   <location filename="syria_control_plugin/gui/imports/page.py" />
   <source>“{}” is not a known faction; it may be another name of one. Rows: {}.</source>
   <translation>«{}» ليس فصيلًا معروفًا؛ قد يكون اسمًا آخر لفصيل معروف. صفوفه: {}.</translation>
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
   <source>&amp;Meaning of the end</source>
   <translation>م&amp;عنى النهاية</translation>
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
   <source>Areas &amp;without a territory</source>
   <translation>الأراضي التي لا منطقة سيطرة فيها (&amp;W)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>As the files state</source>
   <translation>كما تذكر الملفات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>CRS chosen here for files without a CRS</source>
   <translation>اختير هنا، للملفات التي لا تذكر نظامًا</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>CRS of the files</source>
   <translation>نظام إحداثيات الملفات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>Century of two-di&amp;git years</source>
   <translation>قرن السنوات ذات الرق&amp;مين</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>Choose or enter a name</source>
   <translation>اختر اسمًا أو اكتبه</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>Choose “Held by nobody” only if the source states that nobody holds them.</source>
   <translation>اختر «لا يسيطر عليها أحد» فقط إذا ذكر المصدر أن لا أحد يسيطر عليها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>Dates are days of this zone. Times of movements are UTC.</source>
   <translation>التواريخ أيام في هذه المنطقة. وأوقات التحركات بتوقيت UTC.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>Day first: 24/10/2017</source>
   <translation>اليوم أولًا: ⁦24/10/2017⁩</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>Detected from the data</source>
   <translation>كما تدل البيانات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>Encodin&amp;g</source>
   <translation>الترم&amp;يز</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>Enter factions separated by commas, highest precedence first.</source>
   <translation>فصائل تفصل بينها فواصل؛ الأول هو الغالب.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>Fac&amp;tion</source>
   <translation>الفصيل (&amp;T)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>Field “{}”</source>
   <translation>الحقل «{}»</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>First day after the period</source>
   <translation>اليوم الأول بعد الفترة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <location filename="syria_control_plugin/gui/panel/header.py" />
   <source>From a file…</source>
   <translation>من ملف…</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>Held by nobody</source>
   <translation>لا يسيطر عليها أحد</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>If empty, overlaps are marked as contested</source>
   <translation>إن تُرك فارغًا يُوسم التداخل متنازعًا عليه</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>Last day of the period</source>
   <translation>اليوم الأخير من الفترة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>Maxim&amp;um validity of a map</source>
   <translation>أقصى مدة لسريان الخريطة (&amp;U)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>Milliseconds</source>
   <translation>أجزاء من ألف من الثانية</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>Month first: 10/24/2017</source>
   <translation>الشهر أولًا: ⁦10/24/2017⁩</translation>
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
   <source>Name of the folder or group</source>
   <translation>اسم مجلده أو مجموعته</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>No date found. Choose the field, or add the date to the file names.</source>
   <translation>غير موجود: اختر الحقل، أو ضع التاريخ في أسماء الملفات.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>No faction found. Choose a faction, or the field that contains it.</source>
   <translation>ليس في البيانات: اختر من يسيطر على الأرض، أو الحقل الذي يذكره.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>None</source>
   <translation>لا شيء</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>Not known</source>
   <translation>غير معروف</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>Not mapped</source>
   <translation>غير مرسومة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>Not mapped, or as in the last import</source>
   <translation>غير مرسومة، أو كما في آخر استيراد</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>O&amp;verlap precedence</source>
   <translation>أسبقية التداخل (&amp;V)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>One faction for all of the territory</source>
   <translation>فصيل واحد لكل الأرض</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>Order of da&amp;y and month</source>
   <translation>ترتيب اليوم والشهر (&amp;Y)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>Seconds</source>
   <translation>ثوانٍ</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>Several readings are possible. Choose the field: {}.</source>
   <translation>هناك أكثر من قراءة ممكنة. اختر الحقل: {}.</translation>
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
   <source>That of the case, otherwise proposed from the place</source>
   <translation>منطقة الحالة، وإلا فالمقترحة من المكان</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>The order of day and month is unclear.</source>
   <translation>لا يمكن تمييز اليوم من الشهر.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>Theme of the case, otherwise the default theme</source>
   <translation>سمة الحالة، وإلا فالسمة الافتراضية</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>Time &amp;zone of days</source>
   <translation>المنطقة الزمنية للأيام (&amp;Z)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>Times since 197&amp;0</source>
   <translation>الأوقات منذ 197&amp;0</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>Until the next map, or as in the last import</source>
   <translation>حتى الخريطة التالية، أو كما في آخر استيراد</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>Year first: 17/10/24</source>
   <translation>السنة أولًا: ⁦17/10/24⁩</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>from {value}, “{text}” in the field “{field}”, to the date in the field “{end}”</source>
   <translation>من {value}، «{text}» في الحقل «{field}»، إلى الحقل «{end}»</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>no CRS: read as longitude and latitude if possible</source>
   <translation>لم يُذكر نظام: تُجرَّب خطوط الطول والعرض</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>unknown</source>
   <translation>غير معروف</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>{value} for all of the territory</source>
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
   <source>{value} from “{text}” in the file property “{field}”</source>
   <translation>{value} من «{text}» الذي يذكره الملف عن نفسه باسم «{field}»</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>{} to {}</source>
   <translation>{} إلى {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/imports/settings.py" />
   <source>“{}” can mean two dates. Choose the correct one.</source>
   <translation>«{}» يحتمل تاريخين. اختر الصحيح.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/model_copies.py" />
   <source>Edit a Copy in the Model Designer…</source>
   <translation>تغيير نسخة في مصمم النماذج…</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/area_chart.py" />
   <source>Press Left or Right to go to the previous or next date.</source>
   <translation>مفتاحا اليسار واليمين ينقلان إلى التاريخ السابق والتالي.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/area_chart.py" />
   <source>Start axis at zero</source>
   <translation>المحور يبدأ من الصفر</translation>
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
   <location filename="syria_control_plugin/gui/panel/blocs.py" />
   <source>Add row</source>
   <translation>إضافة صف</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/blocs.py" />
   <source>Bloc</source>
   <translation>الكتلة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/blocs.py" />
   <source>Blocs</source>
   <translation>الكتل</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/blocs.py" />
   <source>End (exclusive)</source>
   <translation>النهاية (غير مشمولة)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/blocs.py" />
   <source>Factions of one bloc count as one: their territory has no host for each other. Days are written as 2015-09-30 and are those of the time zone of the case. Without days, a faction always belongs to its bloc.</source>
   <translation>تُعدّ فصائل الكتلة الواحدة فصيلًا واحدًا: لا يكون أحدها مضيفًا للآخر. تُكتب الأيام هكذا ⁦2015-09-30⁩، وهي أيام المنطقة الزمنية للحالة. ومن دون أيام ينتمي الفصيل دائمًا إلى كتلته.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/blocs.py" />
   <source>Remove row</source>
   <translation>حذف الصف</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/blocs.py" />
   <source>Reset to the known blocs</source>
   <translation>العودة إلى الكتل المعروفة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/blocs.py" />
   <source>Start</source>
   <translation>البدء</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/blocs.py" />
   <source>open</source>
   <translation>مفتوح</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/blocs.py" />
   <source>{}: choose a bloc or remove the row.</source>
   <translation>{}: اختر كتلة أو احذف الصف.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/changes.py" />
   <source>Corridor</source>
   <translation>الممر</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/changes.py" />
   <source>Corridors in the period of this map: {}</source>
   <translation>الممرات في زمن هذه الخريطة: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/changes.py" />
   <source>Events reported for this day: {}</source>
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
   <source>Reported events</source>
   <translation>الأحداث المبلّغ عنها</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/changes.py" />
   <source>Sides</source>
   <translation>الطرفان</translation>
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
   <source>{} → {}: {} km²</source>
   <translation>{} ← {}: {} كم²</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/classes.py" />
   <location filename="syria_control_plugin/mapping/layouts/layouts.py" />
   <source>Change</source>
   <translation>التغيّر</translation>
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
   <source>Derived: lies within the territory of the classes above</source>
   <translation>مشتقّ: يقع داخل أرض الفئات التي فوقه</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/classes.py" />
   <source>Double-click or press F2 to edit the label</source>
   <translation>انقر مرتين أو اضغط F2 لتحرير التسمية</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/classes.py" />
   <source>Factions on the date shown</source>
   <translation>الفصائل في التاريخ المعروض</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/classes.py" />
   <source>Rename…</source>
   <translation>إعادة تسمية…</translation>
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
   <source>Shows the area on the date shown and its share of all territory held</source>
   <translation>المساحة في التاريخ المعروض، وحصتها من كل الأرض الخاضعة للسيطرة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/classes.py" />
   <source>Shows the change of the area since the previous map (km²)</source>
   <translation>تغيّر المساحة منذ الخريطة السابقة، بالكيلومتر المربع</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/classes.py" />
   <source>Shows whether the class is drawn, and its colour</source>
   <translation>هل تُرسم الفئة، ولونها</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/classes.py" />
   <source>Since the previous map: {} km²</source>
   <translation>منذ الخريطة السابقة: {} كم²</translation>
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
   <source>{} of all territory held</source>
   <translation>{} من كل الأرض الخاضعة للسيطرة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/header.py" />
   <source>Blocs…</source>
   <translation>الكتل…</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/header.py" />
   <source>Case and settings</source>
   <translation>الحالة والإعدادات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/header.py" />
   <source>Choose the source whose statistics are shown. Different sources are never combined.</source>
   <translation>المصدر الذي تُعرض أرقامه؛ لا تُخلط المصادر أبدًا</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/header.py" />
   <source>Discards all label and colour changes</source>
   <translation>يتراجع عن كل تغييرات التسميات والألوان</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/header.py" />
   <source>Export animation…</source>
   <translation>صنع فيلم…</translation>
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
   <source>Reload the case</source>
   <translation>قراءة الحالة من جديد</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/header.py" />
   <source>Show the date on the map</source>
   <translation>إظهار التاريخ على الخريطة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/header.py" />
   <source>Zoom to the case</source>
   <translation>التقريب إلى الحالة</translation>
  </message>
  <message numerus="yes">
   <location filename="syria_control_plugin/gui/panel/layout_actions.py" />
   <source>%n layouts were added to the project.</source>
   <extracomment>For 1: One layout was added to the project.</extracomment>
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
   <source>First and last maps side by side</source>
   <translation>أول خريطة وآخر خريطة جنبًا إلى جنب</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/layout_actions.py" />
   <source>Map of this date</source>
   <translation>خريطة هذا التاريخ</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/layout_actions.py" />
   <source>No case is open. Open a case before printing.</source>
   <translation>لا حالة للطباعة: افتح حالة أولًا.</translation>
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
   <source>{} more are not listed here.</source>
   <translation>وما لم يُذكر هنا عدده {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/panel.py" />
   <source>A GeoPackage created by Syria Control.</source>
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
   <source>Schematic maps of north-east Hama in October 2017, from reports on places.</source>
   <translation>شمال شرقي حماة، تشرين الأول/أكتوبر 2017: تخطيطية، مبنية على تقارير عن أماكن.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/panel.py" />
   <source>Syria Control</source>
   <translation>Syria Control</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/panel.py" />
   <source>View, play and measure changes in dated maps of territorial control.</source>
   <translation>خرائط مؤرخة لمن سيطر على أي أرض: شاهد التغيّرات، وشغّلها، وقِسها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/panel/panel.py" />
   <source>Your own dated maps: a folder of files, layers, or a table with dates.</source>
   <translation>خرائطك المؤرخة: مجلد ملفات، أو طبقات، أو جدول فيه تواريخ.</translation>
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
   <source>Shapely is installed but cannot be loaded: {}</source>
   <translation>ثُبّتت Shapely، لكن لا يمكن تحميلها: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/shapely_offer.py" />
   <source>Shapely is installed into this folder of your QGIS profile; no other files are changed. To uninstall it, delete the folder.
{}</source>
   <translation>تُثبَّت Shapely في هذا المجلد من ملف تعريف QGIS الخاص بك، ولا يتغيّر شيء آخر. لإلغاء التثبيت احذف المجلد.
{}</translation>
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
   <source>Unexpected error. See the Python error log for details.</source>
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
   <source>One of %n dates here. Zoom in with the mouse wheel.</source>
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
   <source>not shown because outside the dates of the maps: {} before, {} after</source>
   <translation>غير معروضة، خارج تواريخ الخرائط: {} قبلها، {} بعدها</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/timeline/transport.py" />
   <source>Enter the date to show on the map (UTC), then press Enter</source>
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
   <source>Set the playback speed (maps per second)</source>
   <translation>سرعة التشغيل بعدد الخرائط في الثانية</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/timeline/transport.py" />
   <source>Speed</source>
   <translation>السرعة</translation>
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
   <source>{} maps per second</source>
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
   <source>no territory changed hands</source>
   <translation>لم تنتقل السيطرة على أي أرض</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/timeline/view.py" />
   <source>the area that changed hands is not known</source>
   <translation>لا يُعرف كم من الأرض انتقلت السيطرة عليه</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/timeline/view.py" />
   <source>{} km² changed hands</source>
   <translation>انتقلت السيطرة على {} كم²</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/gui/user_guide.py" />
   <source>No browser could be started. To read the user guide, open the file {}.</source>
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
   <source>The frame rate of {} frames per second is out of range. Choose a number above 0 and up to {}.</source>
   <translation>فيلم بسرعة {} إطار في الثانية: اذكر عددًا أكبر من 0 ولا يتجاوز {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/animation.py" />
   <source>The step duration of {} seconds is out of range. Choose a number above 0 and up to 3600.</source>
   <translation>خطوة تبقى {} ثانية: اذكر عددًا أكبر من 0 ولا يتجاوز 3600.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/ffmpeg.py" />
   <source>MP4 and WebM need the program ffmpeg, which was not found. Install it ({}) and restart QGIS, or set its path. Otherwise, choose a file name that ends in .gif or .webp; these formats do not need ffmpeg.</source>
   <translation>يحتاج MP4 وWebM إلى برنامج ffmpeg، ولم يُعثر عليه. ثبّته ({}) وشغّل QGIS من جديد، أو اذكر مساره؛ أو اختر اسم ملف ينتهي بـ ⁦.gif⁩ أو ⁦.webp⁩، فلا حاجة بهما إلى ffmpeg.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/ffmpeg.py" />
   <source>The ffmpeg at {} has none of the encoders {}. Install a full build of ffmpeg.</source>
   <translation>برنامج ffmpeg في {} ليس فيه أي من المرمّزات {}: ثبّت نسخة كاملة من ffmpeg.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/ffmpeg.py" />
   <source>The program {!r} does not exist.</source>
   <translation>لا يوجد برنامج {!r}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/ffmpeg.py" />
   <source>brew install ffmpeg</source>
   <translation>⁦brew install ffmpeg⁩</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/ffmpeg.py" />
   <source>ffmpeg ({}) could not write the animation: {}</source>
   <translation>لم يستطع ffmpeg ({}) كتابة الفيلم: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/ffmpeg.py" />
   <source>the package ffmpeg of your distribution, for example apt install ffmpeg</source>
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
   <source>{} cannot be started: {}</source>
   <translation>تعذّر تشغيل {}: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/layout_scene.py" />
   <source>The atlas has no page for {}. Choose a later start.</source>
   <translation>ليس في الأطلس صفحة لـ {}: ابدأ الفيلم بعد ذلك.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/layout_scene.py" />
   <source>The layout {!r} cannot be drawn.</source>
   <translation>تعذّر رسم التخطيط {!r}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/layout_scene.py" />
   <source>The layout {!r} cannot be exported as an animation: it is an evidence sheet, which shows one passage.</source>
   <translation>لا يمكن تصوير التخطيط {!r}: هو ورقة أدلة لمرور واحد.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/layout_scene.py" />
   <source>The layout {!r} cannot be exported as an animation: its maps show several dates, and in an animation all of them would show the same date. Export an atlas by date, or a layout of one date.</source>
   <translation>لا يمكن تصوير التخطيط {!r}: خرائطه لعدة تواريخ، وستعرض كلها في الفيلم التاريخ نفسه. صوّر أطلسًا بحسب التاريخ، أو تخطيطًا لتاريخ واحد.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/layout_scene.py" />
   <source>The layout {!r} has no map with a temporal range. Turn on the temporal range of a map.</source>
   <translation>ليس في التخطيط {!r} خريطة لها زمن: فعّل مداها الزمني.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/layout_scene.py" />
   <source>The layout {!r} has no page.</source>
   <translation>ليس في التخطيط {!r} أي صفحة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/layout_scene.py" />
   <source>The table {!r} is left out because its rows belong to one date. Export an atlas by date to include it.</source>
   <translation>تُرك الجدول {!r}: صفوفه تخص تاريخًا واحدًا. صوّر أطلسًا بحسب التاريخ ليظهر.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/legend.py" />
   <source>White hatch: changed hands since the previous step.</source>
   <translation>المظلل بالأبيض: انتقلت السيطرة عليه منذ الخطوة السابقة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/map_scene.py" />
   <source>The animation has no layers. Choose at least one layer.</source>
   <translation>لا طبقات للتصوير. اختر طبقة واحدة على الأقل.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/map_scene.py" />
   <source>The animation is too small for a legible legend. Increase its width or height.</source>
   <translation>لا مكان لمفتاح خريطة يمكن قراءته: كبّر الفيلم.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/map_scene.py" />
   <source>The extent to export is empty: the layers are empty, or no extent was set.</source>
   <translation>لا نطاق للتصوير: الطبقات فارغة، أو لم يُذكر نطاق.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/map_scene.py" />
   <source>The layer {!r} cannot be shown in {}.</source>
   <translation>لا يمكن عرض الطبقة {!r} بنظام {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/pillow.py" />
   <source>GIF and WebP need the Python package Pillow, which comes with most QGIS installations. Install it (on Debian and Ubuntu: python3-pil), or choose .mp4, .webm or .png.</source>
   <translation>يحتاج GIF وWebP إلى حزمة Python المسماة Pillow، وهي مرفقة بمعظم نسخ QGIS: ثبّتها (في Debian وUbuntu: ⁦python3-pil⁩)، أو اختر ⁦.mp4⁩ أو ⁦.webm⁩ أو ⁦.png⁩.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/pillow.py" />
   <source>The installed Pillow was built without animated WebP. Choose a file name that ends in .gif.</source>
   <translation>نسخة Pillow هنا بلا WebP متحرك: اختر اسمًا ينتهي بـ ⁦.gif⁩.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/steps.py" />
   <source>No date in the data lies between {} and {}: {}.</source>
   <translation>لا يقع أي من تواريخ البيانات بين {} و{}: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/steps.py" />
   <source>The animation would have {} frames, more than the maximum of {}. Choose fewer steps, a shorter step duration, or fewer frames per second.</source>
   <translation>يكون في الفيلم {} إطار، أي أكثر من {}: اختر خطوات أقل، أو أبقِ كلًا منها مدة أقصر، أو اختر إطارات أقل في الثانية.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/steps.py" />
   <source>The end of the animation ({}) is before its start ({}). Swap or correct them.</source>
   <translation>نهاية الفيلم ({}) قبل بدايته ({}). بدّل بينهما أو صحّحهما.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/steps.py" />
   <source>The interval of {} {} from {} to {} gives {} steps, which is too many. Choose a longer interval.</source>
   <translation>خطوات قدرها {} {} من {} إلى {} يكون عددها {}: اجعلها أطول.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/steps.py" />
   <source>The interval of {} {} is too short. Choose a number above 0.</source>
   <translation>خطوة قدرها {} {} ليست خطوة: اذكر عددًا أكبر من 0.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/writers.py" />
   <source>The animation {!r} cannot be written: it is a folder. Choose another name.</source>
   <translation>تعذّرت كتابة الفيلم {!r}: هو مجلد. اختر اسمًا آخر.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/writers.py" />
   <source>The animation {!r} cannot be written: the folder {!r} does not exist. Create it or choose another.</source>
   <translation>تعذّرت كتابة الفيلم {!r}: المجلد {!r} غير موجود. أنشئه أو اختر غيره.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/writers.py" />
   <source>The animation {!r} cannot be written: {}. Close it in other programs, or choose another name.</source>
   <translation>تعذّرت كتابة الفيلم {!r}: {}. أغلقه في البرامج الأخرى، أو اختر اسمًا آخر.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/writers.py" />
   <source>The animation {!r}: the file name must end in one of {}.</source>
   <translation>الفيلم {!r}: يجب أن ينتهي اسمه بواحد من {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/writers.py" />
   <source>The frames cannot be written to {!r} because it contains other files or is not a folder ({}). Choose another name.</source>
   <translation>لا يمكن وضع الإطارات في {!r} لأن فيه ملفات أخرى أو لأنه ليس مجلدًا ({}). اختر اسمًا آخر.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/writers.py" />
   <source>The image {!r} cannot be written.</source>
   <translation>تعذّرت كتابة الصورة {!r}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/animation/writers.py" />
   <source>it is a file</source>
   <translation>هو ملف</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/charts.py" />
   <source>Area held (km²)</source>
   <translation>مساحة الأرض المسيطر عليها، كم²</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/charts.py" />
   <source>Held on {}</source>
   <translation>تحت السيطرة في {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/charts.py" />
   <source>The chart needs the Python package matplotlib, which comes with most QGIS installations. Install it (on Debian and Ubuntu: python3-matplotlib), or leave the chart out.</source>
   <translation>يحتاج الرسم إلى حزمة Python المسماة matplotlib، وهي مرفقة بمعظم نسخ QGIS: ثبّتها (في Debian وUbuntu: ⁦python3-matplotlib⁩)، أو اترك الرسم.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/charts.py" />
   <source>The chart {!r} cannot be written: its folder does not exist. Create it or choose another.</source>
   <translation>تعذّرت كتابة الرسم {!r}: مجلده غير موجود. أنشئه أو اختر غيره.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/charts.py" />
   <source>The chart {!r} cannot be written: {}</source>
   <translation>تعذّرت كتابة الرسم {!r}: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/charts.py" />
   <source>The chart {!r}: the file name must end in .png or .svg.</source>
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
   <source>The case was closed while it was being opened.</source>
   <translation>أُغلقت الحالة وهي تُفتح.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layers/stored_styles.py" />
   <source>It is not a QGIS style.</source>
   <translation>ليس نمطًا من QGIS.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layers/stored_styles.py" />
   <source>It refers to the address {!r:.200}.</source>
   <translation>يذكر العنوان {!r:.200}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layers/stored_styles.py" />
   <source>Its distance {!r} is set by an expression.</source>
   <translation>المسافة {!r} فيه تُحسب بتعبير.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layers/stored_styles.py" />
   <source>Its expression {!r:.200} can grow without limit.</source>
   <translation>التعبير {!r:.200} يمكن أن ينمو بلا حد.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layers/stored_styles.py" />
   <source>Its expression {!r:.200} is too long or too deeply nested.</source>
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
   <source>Its image {!r:.200} is not embedded in the style.</source>
   <translation>الصورة {!r:.200} غير مضمّنة فيه.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layers/stored_styles.py" />
   <source>Its labels contain HTML.</source>
   <translation>تسمياته بصيغة HTML.</translation>
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
   <source>Its text {!r:.200} contains an expression.</source>
   <translation>النص {!r:.200} فيه يُحسب بتعبير.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layers/stored_styles.py" />
   <source>Its {!r} is repeated too densely to be visible.</source>
   <translation>{!r} فيه يُرسم مرات أكثر مما يمكن أن يُرى.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layers/stored_styles.py" />
   <source>The heatmap cannot be drawn in time: use a radius of at most {} mm, and a quality.</source>
   <translation>لا يمكن رسم الخريطة الحرارية فيه في وقت معقول: استعمل نصف قطر لا يتجاوز {} مم، وحدّد الجودة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layers/stored_styles.py" />
   <source>The path of an image is set by an expression.</source>
   <translation>مسار إحدى الصور يُحسب بتعبير.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layers/styles.py" />
   <source>Clash event</source>
   <translation>حدث اشتباك</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layers/styles.py" />
   <source>Clash event with imprecise date or place</source>
   <translation>حدث اشتباك، يومه أو مكانه غير دقيق</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layers/styles.py" />
   <source>Event of unknown kind</source>
   <translation>حدث من نوع غير معروف</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layers/styles.py" />
   <source>Explosion or remote violence</source>
   <translation>تفجير أو عنف عن بُعد</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layers/styles.py" />
   <source>Other event</source>
   <translation>حدث آخر</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layers/styles.py" />
   <source>The layer {!r} of {!r} cannot be opened: {}</source>
   <translation>تعذّر فتح الطبقة {!r} من {!r}: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layers/styles.py" />
   <source>The style of {!r} cannot be saved: {}</source>
   <translation>تعذّر حفظ نمط {!r}: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layers/styles.py" />
   <source>Transfer of territory without a fight</source>
   <translation>أرض سُلّمت بلا قتال</translation>
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
   <source>Smaller factions, combined</source>
   <translation>الفصائل الأصغر، مجتمعة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/area_table.py" />
   <source>counted for each holder: {}</source>
   <translation>محسوبة لكل منها: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/area_table.py" />
   <source>including: {}</source>
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
   <source>There is nothing to print. Choose at least one date.</source>
   <translation>لا تاريخ للطباعة. اختر تاريخًا واحدًا على الأقل.</translation>
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
   <source>Corridor of this sheet</source>
   <translation>ممر هذه الورقة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source>Corridor {} has no date, so its evidence sheet has no map to show.</source>
   <translation>ليس للممر {} تاريخ: لا خريطة تعرضها ورقته.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source>Description</source>
   <translation>الوصف</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source>Events matched to the corridor (days in {})</source>
   <translation>الأحداث المطابقة للممر (الأيام في {})</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source>Events matched to the corridor whose place is known only approximately: {}.</source>
   <translation>الأحداث المطابقة له التي لا يُعرف مكانها إلا تقريبًا: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source>Events whose precision of place is assumed, because their codebook gives no distance: {}.</source>
   <translation>الأحداث التي افتُرضت دقة مكانها لأن دليل ترميزها لا يذكر مسافة: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source>Events whose precision of place was set by the analyst: {}.</source>
   <translation>الأحداث التي حدد المحلل دقة مكانها: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source>Events: {}.</source>
   <translation>الأحداث: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source>Evidence {}: {}</source>
   <translation>أدلة {}: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source>If borders are off by {}, {} of the corridor's length remains.</source>
   <translation>بخطأ حدود قدره {} يبقى {} من طوله.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source>It is not known who held the territory afterwards.</source>
   <translation>لا يُعرف ما آلت إليه الأرض بعد ذلك.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source>Map</source>
   <translation>الخريطة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source>Map: {}.</source>
   <translation>الخريطة: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source>Movement: {}.</source>
   <translation>التحرك: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source>Nearby events cannot establish whether the two sides clashed here: their location, date or parties are too uncertain.</source>
   <translation>لا تدل الأحداث القريبة على أن الطرفين اشتبكا هنا أو لم يشتبكا: مكانها أو تاريخها أو أحد أطرافها غير معروف بما يكفي.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source>No clash was reported. This does not mean that none took place.</source>
   <translation>عدم الإبلاغ عن اشتباك ليس إبلاغًا بأن اشتباكًا لم يقع.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>No event data covers this place and time, so clashes cannot be assessed.</source>
   <translation>لا بيانات أحداث تغطي ذلك المكان والزمان: لا يمكن قول شيء عن الاشتباكات.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source>The movement has no reported position in the host's territory. The passage follows only from the line between its positions.</source>
   <translation>ليس للتحرك موضع مبلَّغ عنه في منطقة الطرف المضيف. يُستدل على المرور من الخط بين مواضعه فقط.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source>The route is assumed in whole or in part. Length, depth and neck are measured along the assumed route.</source>
   <translation>المسار مفترض كليًا أو جزئيًا. يُقاس الطول والعمق والعنق على امتداد المسار المفترض.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source>The time of day is not known. The passage took place at some time within the stated days.</source>
   <translation>ساعة المرور غير معروفة؛ وهو واقع في وقت ما من الأيام المذكورة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source>This corridor is inferred from the maps alone; reported movements were not used. The route shown is hypothetical.</source>
   <translation>هذا الممر مستنتج من الخرائط وحدها؛ لم تُستخدم التحركات المبلّغ عنها. المسار المرسوم افتراضي.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source>Time</source>
   <translation>الوقت</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source>Uncertainties</source>
   <translation>ما هو غير مؤكد</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <source>date shown: {}</source>
   <translation>التاريخ المعروض: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/evidence_sheets.py" />
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <source>none</source>
   <translation>لا شيء</translation>
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
   <source>Not enough memory to export {!r}. Choose a lower resolution.</source>
   <translation>لا تكفي الذاكرة لتصدير {!r}. اختر دقة أقل.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/export.py" />
   <source>The pages cannot be written. Is the disk full?</source>
   <translation>تعذّرت كتابة الصفحات: هل القرص ممتلئ؟</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/export.py" />
   <source>{!r} cannot be written. Is the disk full?</source>
   <translation>تعذّرت كتابة {!r}: هل القرص ممتلئ؟</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/export.py" />
   <source>{!r} cannot be written: it is a folder. Choose another name.</source>
   <translation>تعذّرت كتابة {!r}: هو مجلد. اختر اسمًا آخر.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/export.py" />
   <source>{!r} cannot be written: its folder does not exist. Create it or choose another.</source>
   <translation>تعذّرت كتابة {!r}: مجلده غير موجود. أنشئه أو اختر غيره.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/export.py" />
   <source>{!r} cannot be written: the layout has no pages.</source>
   <translation>تعذّرت كتابة {!r}: لا توجد صفحات.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/export.py" />
   <source>{!r}: the author cannot be written, because GDAL cannot read PDF in this installation.</source>
   <translation>{!r}: تعذّرت كتابة المؤلف، لأن GDAL لا يستطيع قراءة PDF هنا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/export.py" />
   <source>{!r}: the file name must end in .pdf, .svg or .png.</source>
   <translation>{!r}: يجب أن ينتهي اسمه بـ ⁦.pdf⁩ أو ⁦.svg⁩ أو ⁦.png⁩.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/foreign_templates.py" />
   <source>HTML, shown as plain text</source>
   <translation>نص HTML، يُعرض نصًا عاديًا</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/foreign_templates.py" />
   <source>The template {!r} cannot be read: {}</source>
   <translation>تعذّرت قراءة القالب {!r}: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/foreign_templates.py" />
   <source>The template {!r} is too large ({}): QGIS reads a template into memory as a whole. Make it smaller, put large pictures beside it, or raise the limit {} in QGIS's settings.</source>
   <translation>القالب {!r} أكبر مما ينبغي ({}): يقرأ QGIS القالب كله في الذاكرة. صغّره، أو ضع الصور الكبيرة إلى جانبه، أو ارفع الحد {} في إعدادات QGIS.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/foreign_templates.py" />
   <source>a CRS that requires other files</source>
   <translation>نظام إحداثيات تحتاج قراءته إلى ملفات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/foreign_templates.py" />
   <source>a distance set by an expression</source>
   <translation>مسافة يختارها تعبير</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/foreign_templates.py" />
   <source>a file, address or layer set by an expression</source>
   <translation>ملف أو عنوان أو طبقة يختارها تعبير</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/foreign_templates.py" />
   <source>a kind of item that the plugin does not print</source>
   <translation>نوع من العناصر لا تطبعه الإضافة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/foreign_templates.py" />
   <source>a picture of more than {} MB or {:,} pixels (raise the limits {} and {} in QGIS's settings to print it)</source>
   <translation>صورة أكبر من {} ميغابايت أو {:,} بكسل (لطباعتها ارفع الحدين {} و{} في إعدادات QGIS)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/foreign_templates.py" />
   <source>a symbol that QGIS cannot read</source>
   <translation>رمز لا يستطيع QGIS قراءته</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/foreign_templates.py" />
   <source>a symbol that is repeated too densely to be visible</source>
   <translation>رمز يُرسم مرات أكثر مما يمكن أن يُرى</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/foreign_templates.py" />
   <source>an HTML frame</source>
   <translation>إطار HTML</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/foreign_templates.py" />
   <source>an embedded image</source>
   <translation>صورة في داخله</translation>
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
   <source>functions whose results can grow without limit</source>
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
   <source>more than {:,} characters or {} nested brackets</source>
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
   <source>stored layers and styles</source>
   <translation>طبقات وأنماط خاصة به</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/foreign_templates.py" />
   <source>text that is split into parts</source>
   <translation>نص مجزأ</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/foreign_templates.py" />
   <source>the expression {!r}, which uses {}</source>
   <translation>التعبير {!r}، وهو يستعمل {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/foreign_templates.py" />
   <source>the file or address {!r}, which is not in the template's folder</source>
   <translation>الملف أو العنوان {!r}، وليس في مجلد القالب</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/foreign_templates.py" />
   <source>the file {!r}, which is not a plain image</source>
   <translation>الملف {!r}، وليس صورة عادية</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/foreign_templates.py" />
   <source>the part {!r}</source>
   <translation>الجزء {!r}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/foreign_templates.py" />
   <source>{!r} is not a QGIS layout template (.qpt).</source>
   <translation>{!r} ليس قالب تخطيط من QGIS (⁦.qpt⁩).</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/foreign_templates.py" />
   <source>{:.1f} MB, at most {} MB</source>
   <translation>{:.1f} ميغابايت، والحد الأقصى {} ميغابايت</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/layouts.py" />
   <location filename="syria_control_plugin/mapping/layouts/printing.py" />
   <source>Choose two dates to print side by side, not {}.</source>
   <translation>يلزم تاريخان جنبًا إلى جنب، لا {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/layouts.py" />
   <source>The extent of {!r} cannot be drawn in the CRS of the project. Correct it in QGIS, or import again.</source>
   <translation>لا يمكن رسم امتداد {!r} في نظام إحداثيات المشروع. صححه في QGIS، أو استورد من جديد.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/layouts.py" />
   <source>{!r}: a layout of two dates needs two maps with the ids "map 1" and "map 2".</source>
   <translation>{!r}: يحتاج التاريخان إلى خريطتين معرّفاهما "⁦map 1⁩" و"⁦map 2⁩".</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/legends.py" />
   <source>{}: the {} largest of {} classes</source>
   <translation>{}: أكبر الفئات، {} من {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/printing.py" />
   <source>Choose one date for a map, not {}.</source>
   <translation>تعرض الخريطة تاريخًا واحدًا، لا {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/printing.py" />
   <source>The case has no corridors to print. Search the case for corridors first.</source>
   <translation>لا ممر للطباعة: ابحث عن الممرات في الحالة أولًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/printing.py" />
   <source>There is nothing to print: the case has no territories.</source>
   <translation>لا خريطة للطباعة: ليس في الحالة أي منطقة سيطرة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/printing.py" />
   <source>There is only one map. Two dates side by side need two maps.</source>
   <translation>لا توجد إلا خريطة واحدة: يحتاج تاريخان جنبًا إلى جنب إلى اثنتين.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/tables.py" />
   <source>The item {!r} of the template is not a table.</source>
   <translation>عنصر القالب {!r} ليس جدولًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/tables.py" />
   <source>The table {!r} cannot be created: {}</source>
   <translation>تعذّر إنشاء الجدول {!r}: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/templates.py" />
   <source>Left out of the template {!r}: {}.</source>
   <translation>تُرك من القالب {!r}: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/layouts/templates.py" />
   <source>The item {!r} of the template is not a {}.</source>
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
   <source>Alternative routes</source>
   <translation>طرق أخرى</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>Covered by</source>
   <translation>تغطيه</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>Covered by (events)</source>
   <translation>تغطيه (أحداث)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>Covered share</source>
   <translation>الحصة المغطاة</translation>
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
   <source>Holder after</source>
   <translation>المسيطر بعده</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>Holder before</source>
   <translation>المسيطر قبله</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>If borders are off by {}</source>
   <translation>بخطأ حدود قدره {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>Longest gap</source>
   <translation>أطول انقطاع</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <location filename="syria_control_plugin/sources/movements/detection.py" />
   <source>Movement</source>
   <translation>التحرّك</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>Mover and host are allies</source>
   <translation>الطرف المتحرّك والمضيف حليفان</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>Names</source>
   <translation>الأسماء</translation>
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
   <source>Remarks</source>
   <translation>ملاحظات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>Reported by</source>
   <translation>أبلغ عنه</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>Route</source>
   <translation>المسار</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>Route length</source>
   <translation>طول الطريق</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>Territory gained</source>
   <translation>الأرض المكتسبة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>Territory taken afterwards</source>
   <translation>أُخذ بعده</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>Via unmapped area</source>
   <translation>عبر منطقة خارج الخريطة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>assumed; length, depth and neck are along it</source>
   <translation>مفترَض؛ يُقاس الطول والعمق والعنق على امتداده</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>at least {}</source>
   <translation>{} على الأقل</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>at most {} from the host's border</source>
   <translation>{} عن حدود الطرف المضيف على الأكثر</translation>
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
   <source>no event source</source>
   <translation>لا مصدر للأحداث</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>none listed</source>
   <translation>لم يُدرَج أيّ مسار</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>not known</source>
   <translation>غير معروف</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>possibly nothing</source>
   <translation>ربما لا شيء</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>{km} through or along an area that is not mapped</source>
   <translation>{km} عبر أرض غير مرسومة أو على حافتها</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>{km}, only through territory of {losers} or of nobody</source>
   <translation>{km} على أرض {losers} وحدهم أو أرض لا يسيطر عليها أحد</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>{km}, through no territory of another side</source>
   <translation>{km} دون المرور بأرض طرف آخر</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>{} % of the host's territory along the path ({} km²)</source>
   <translation>{}% من أرض الطرف المضيف على طوله ({} كم²)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>{} % of the passage (length times days)</source>
   <translation>{} % من المرور (الطول مضروبًا في الأيام)</translation>
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
   <source>{} km², most of it from {}</source>
   <translation>{} كم²، معظمها من {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>{} of its length remains</source>
   <translation>يبقى {} من طوله</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>{} outside the gain, to its farthest part</source>
   <translation>{} خارج الأرض المكتسبة، حتى أبعد جزء منها</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_facts.py" />
   <source>{}, smallest width of the host's territory across the path</source>
   <translation>{}، أقل عرض لأرض الطرف المضيف عبر المسار</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <source> and {} more</source>
   <translation> و{} غيرها</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <source>Assessed in part</source>
   <translation>ما قُيِّم جزئيًا</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <source>Between {start} and {end}, {mover} gained {area:.1f} km² but held no territory before, so no route is drawn.</source>
   <translation>بين {start} و{end} اكتسب الطرف {mover} أرضًا مساحتها {area:.1f} كم² ولم يكن يسيطر على شيء: لا يُرسم طريق.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <source>Between {start} and {end}, {mover} gained {area:.1f} km² from {losers}, {way:.1f} km from territory that this faction or its allies held before. The shortest route leads through or along an area that is not mapped, where control is not known.</source>
   <translation>بين {start} و{end} اكتسب الطرف {mover} من {losers} أرضًا مساحتها {area:.1f} كم²، على بُعد {way:.1f} كم من أرض كانت قبلُ تحت سيطرة هذا الطرف أو حلفائه. يمر أقصر طريق عبر أرض غير مرسومة أو على حافتها، ولا يُعرف من يسيطر عليها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <source>Between {start} and {end}, {mover} gained {area:.1f} km² from {losers}, {way:.1f} km from territory that this faction or its allies held before. The shortest route needs no territory of other sides, except that of those who lost the gain or of nobody. This may be a deep attack, a change of allegiance, an agreement, or an error in the maps.</source>
   <translation>بين {start} و{end} اكتسب الطرف {mover} من {losers} أرضًا مساحتها {area:.1f} كم²، على بُعد {way:.1f} كم من أرض كانت قبلُ تحت سيطرة هذا الطرف أو حلفائه. لا يحتاج أقصر طريق إلى أرض طرف آخر غير أرض من خسر الأرض المكتسبة أو أرض لا يسيطر عليها أحد. قد يكون ذلك هجومًا في العمق، أو تبديل ولاء، أو اتفاقًا، أو خطأ في الخرائط.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <source>Changed pieces too small to count as gains: {}, {:.4f} km² in total.</source>
   <translation>قطع متغيّرة أصغر من أن تكون مكاسب: {}، ومجموعها {:.4f} كم².</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <source>Corridors shorter than the minimum length, left out: {}, {:.1f} km in total.</source>
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
   <source>Longer routes through other hosts, which are not corridors: {}.</source>
   <translation>مسارات أطول عبر أطراف مضيفة أخرى، وليست ممرات: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <source>Movements at times not covered by any map: {}.</source>
   <translation>تحركات في زمن لا تقول عنه أي خريطة شيئًا: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <source>Movements entirely outside the mapped area: {}.</source>
   <translation>تحركات كلها خارج الأرض المرسومة: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <source>Movements with a corridor, at times only partly covered by the maps: {}.</source>
   <translation>تحركات لها ممر، في أوقات لا تغطيها الخرائط إلا جزئيًا: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <source>Movements without a corridor, at times only partly covered by the maps: {}.</source>
   <translation>تحركات بلا ممر، في أوقات لا تغطيها الخرائط إلا جزئيًا: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <source>Settings</source>
   <translation>الإعدادات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <location filename="syria_control_plugin/sources/time_zones.py" />
   <source>Time zone of days: {}.</source>
   <translation>المنطقة الزمنية للأيام: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_report.py" />
   <source>nothing</source>
   <translation>لا شيء</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source> and </source>
   <translation> و</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>A change of allegiance, an agreement or an error in the maps could also explain the gain.</source>
   <translation>قد يفسّر الاكتسابَ أيضًا تبديلُ طرفٍ لولائه، أو اتفاق، أو خطأ في الخرائط.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>A route of {deep} km needs no territory of other sides, except that of {losing} or of nobody.</source>
   <translation>طريق طوله {deep} كم لا يحتاج إلى أرض طرف آخر غير أرض {losing} أو أرض لا يسيطر عليها أحد.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>A route of {deep} km needs no territory of other sides.</source>
   <translation>طريق طوله {deep} كم لا يحتاج إلى أرض طرف آخر.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>A route of {off} km leads through or along an area that is not mapped, where control is not known.</source>
   <translation>طريق طوله {off} كم يمر عبر أرض غير مرسومة أو على حافتها، ولا يُعرف من يسيطر عليها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>A route to the gain leads {length} km through territory held by {host}.</source>
   <translation>يمر طريق إلى هناك مسافة {length} كم عبر أرض تحت سيطرة {host}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>All or some positions on this route are assumed; length, depth and neck are measured along the assumed route.</source>
   <translation>مواضع هذا المسار مفترضة كلها أو بعضها؛ يُقاس الطول والعمق والعنق على امتداد المسار المفترض.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>Alternative routes through other hosts, at most {factor} times as long: {others}.</source>
   <translation>طرق عبر أرض الآخرين لا يتجاوز طولها {factor} ضعف طول هذا الطريق: {others}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>At some time from {}</source>
   <translation>في وقت ما من {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>Clashes between the two sides were reported within {reach}: {events}.</source>
   <translation>أُبلغ عن اشتباكات بين الطرفين ضمن {reach}: {events}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>Corridors out of date: territories, movements, events, factions, time zone or settings have changed since the search.</source>
   <translation>الممرات قديمة: تغيّرت مناطق السيطرة أو التحركات أو الأحداث أو الفصائل أو المنطقة الزمنية أو الإعدادات منذ البحث.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>Days are counted in the time zone {}.</source>
   <translation>تُعدّ الأيام في المنطقة الزمنية {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>Events between the two sides that could be fights, as their kind is not known: {}.</source>
   <translation>أحداث بين الطرفين قد تكون معارك، لأن نوعها غير معروف: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>Events of any parties surely within {reach}, by source: {sources}.</source>
   <translation>أحداث أيًا كان أطرافها تقع يقينًا ضمن {reach}، بحسب المصدر: {sources}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>Events whose parties could be the two sides, as a name is not known: {}.</source>
   <translation>أحداث قد يكون طرفاها هما الطرفين، لأن اسمًا فيها غير معروف: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>Explosions and remote violence are counted as clashes.</source>
   <translation>التفجيرات والعنف عن بُعد محسوبة هنا اشتباكات.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>Explosions and remote violence between the two sides, listed separately: {}.</source>
   <translation>تفجيرات وعنف عن بُعد بين الطرفين، تُذكر على حدة: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>Explosions and remote violence whose place or date is not precise enough: {}.</source>
   <translation>تفجيرات وعنف عن بُعد غير دقيقة المكان أو التاريخ بما يكفي: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>From about {start} to {end} UTC, on a straight line between fixes up to {gap} hours apart</source>
   <translation>من نحو {start} إلى {end} UTC، على خط مستقيم بين نقطتي رصد تفصل بينهما مدة تصل إلى {gap} ساعة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>From {span}, {mover} gained {gained} km² from {losers}.</source>
   <translation>من {span}، اكتسب الطرف {mover} من {losers} أرضًا مساحتها {gained} كم².</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>From {span}, {mover} gained {gained} km², most of it from {losers}.</source>
   <translation>من {span}، اكتسب الطرف {mover} أرضًا مساحتها {gained} كم²، معظمها من {losers}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>From {start} to {end} UTC</source>
   <translation>من {start} إلى {end} UTC</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>If borders are off by {uncertainty} km, at least {length} km of the corridor remains.</source>
   <translation>بخطأ حدود قدره {uncertainty} كم يبقى منه {length} كم على الأقل.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>If borders are off by {uncertainty} km, possibly nothing of the corridor remains.</source>
   <translation>بخطأ حدود قدره {uncertainty} كم ربما لا يبقى منه شيء.</translation>
  </message>
  <message numerus="yes">
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>It is not known who held the territory in the %n days after the passage.</source>
   <extracomment>For 1: It is not known who held the territory in the day after the passage.</extracomment>
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
   <source>No clash between the two sides was reported within {reach}. This does not mean that none took place.</source>
   <translation>لم يُبلَّغ عن اشتباك بين الطرفين ضمن {reach}؛ وليس ذلك إبلاغًا بعدم وقوعه.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>No source has event data that cover all of the passage. The largest share is {} % (of its length times its days), so clashes cannot be assessed.</source>
   <translation>لا يغطي أي مصدر المرور كله ببيانات أحداث. أكبر نسبة هي {} % (من طوله مضروبًا في أيامه)، فلا يمكن تقييم الاشتباكات.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>Remarks in the movement data: {}.</source>
   <translation>ملاحظات في بيانات التحرّك: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>Reports whose place or date is not precise enough: {}.</source>
   <translation>تقارير ليست دقيقة المكان أو التاريخ بما يكفي: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>Some of the territory changed hands during the movement.</source>
   <translation>خلال مدة التحرّك انتقلت السيطرة على بعض الأرض.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>Sources that do not cover all of the passage (no event near some part of the path or day): {}.</source>
   <translation>مصادر لا تغطي المرور كله (لا حدث فيها قرب جزء من المسار أو يوم منه): {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>Territories: {source}, as of {date}.</source>
   <translation>مناطق السيطرة: {source}، كما في {date}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>The alliances of {mover} and {host} changed during the passage.</source>
   <translation>تغيّر تحالف {mover} و{host} أثناء المرور.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>The available reports cannot establish whether the two sides clashed within {reach}.</source>
   <translation>لا يمكن القول من التقارير المتوفرة هل اشتبك الطرفان ضمن {reach}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>The gain does not touch any territory that this faction or its allies held before.</source>
   <translation>لا تلامس هذه الأرض أي أرض كانت قبلُ تحت سيطرة هذا الطرف أو حلفائه.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>The shortest route to the gain leads {length} km through territory held by {host}.</source>
   <translation>يمر أقصر طريق إلى هناك مسافة {length} كم عبر أرض تحت سيطرة {host}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>The territory changed hands during the passage.</source>
   <translation>انتقلت السيطرة على المنطقة أثناء المرور.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>The territory is also claimed by {}.</source>
   <translation>يطالب بالأرض {} أيضًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>This is a hypothesis from the maps alone; reported movements were not used.</source>
   <translation>هذه فرضية مبنية على الخرائط وحدها؛ لم تُستخدم التحركات المبلّغ عنها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>Transfers of territory between the two sides without a fight: {}.</source>
   <translation>انتقال أراضٍ بين الطرفين بلا قتال: {}.</translation>
  </message>
  <message numerus="yes">
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>Within %n days after the passage, the side of {mover} took {share} % of the host's territory within {half} km of the path.</source>
   <extracomment>For 1: Within a day after the passage, the side of {mover} took {share} % of the host's territory within {half} km of the path.</extracomment>
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
   <source>an unnamed source</source>
   <translation>مصدر غير مسمّى</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>and {} more</source>
   <translation>و{} غيرها</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>another part of it</source>
   <translation>جزء آخر منها</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>dated {}</source>
   <translation>مؤرخ في {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>placed {} km away, known to the country only</source>
   <translation>موضعه على بعد {} كم، ولا يُعرف إلا البلد</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>placed {} km away, known to within {} km</source>
   <translation>موضعه على بعد {} كم، ومعروف بدقة {} كم</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>placed {} km away, known to within {} km (assumed)</source>
   <translation>موضعه على بعد {} كم، ومعروف بدقة {} كم (مفترضة)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>placed {} km away, known to within {} km (set by the analyst)</source>
   <translation>موضعه على بعد {} كم، ومعروف بدقة {} كم (حددها المحلل)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>the movement ends there</source>
   <translation>ينتهي التحرّك هناك</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>the movement starts there</source>
   <translation>يبدأ التحرّك هناك</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>the territory came to be held by {host} while {mover} was in it</source>
   <translation>صارت الأرض تحت سيطرة {host} والطرف المتحرّك {mover} عليها</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>{host} became an ally while {mover} was in it</source>
   <translation>صار {host} حليفًا والطرف المتحرّك {mover} فيها</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>{host} ceased to hold the territory while {mover} was in it</source>
   <translation>خرجت الأرض من سيطرة {host} والطرف المتحرّك {mover} عليها</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>{host} lost {host_lost} km² of the gained territory, so the two sides may have fought over it.</source>
   <translation>خسر الطرف {host} من الأرض المكتسبة {host_lost} كم²، فربما اقتتل الطرفان عليها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>{host}, which held it, ceased to be an ally while {mover} was in it</source>
   <translation>لم يعد {host} المسيطر عليها حليفًا والطرف المتحرّك {mover} فيها</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>{label} ({source}, {event}; {where}, {when})</source>
   <translation>{label} ({source}، {event}؛ {where}، {when})</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>{mover} and {host} are allies {periods}, and not on other days.</source>
   <translation>{mover} و{host} حليفان {periods}، وليسا حليفين في الأيام الأخرى.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>{mover} came from {before}</source>
   <translation>جاء {mover} من {before}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>{mover} continued into {after}</source>
   <translation>تابع {mover} إلى {after}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>{mover} is not a known faction; it may be another name of the other side.</source>
   <translation>{mover} ليس فصيلًا معروفًا؛ قد يكون اسمًا آخر للطرف المقابل.</translation>
  </message>
  <message numerus="yes">
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>{names} are not known factions; each may be another name of the mover or of one of its allies.</source>
   <extracomment>For 1: {names} is not a known faction; it may be another name of the mover or of one of its allies.</extracomment>
   <translation>
    <numerusform>{names} ليست فصائل معروفة؛ قد يكون كل منها اسمًا آخر للطرف المتحرّك أو لأحد حلفائه.</numerusform>
    <numerusform>{names} ليس فصيلًا معروفًا؛ قد يكون اسمًا آخر للطرف المتحرّك أو لأحد حلفائه.</numerusform>
    <numerusform>{names} ليسا فصيلين معروفين؛ قد يكون كل منهما اسمًا آخر للطرف المتحرّك أو لأحد حلفائه.</numerusform>
    <numerusform>{names} ليست فصائل معروفة؛ قد يكون كل منها اسمًا آخر للطرف المتحرّك أو لأحد حلفائه.</numerusform>
    <numerusform>{names} ليست فصائل معروفة؛ قد يكون كل منها اسمًا آخر للطرف المتحرّك أو لأحد حلفائه.</numerusform>
    <numerusform>{names} ليست فصائل معروفة؛ قد يكون كل منها اسمًا آخر للطرف المتحرّك أو لأحد حلفائه.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>{when}, the assumed route of {mover} leads from {before} {length} km into territory held by {host} and ends there. Movement {movement}, reported by {source}, has no reported position in this territory.</source>
   <translation>{when}، يمتد المسار المفترض لـ{mover} من {before} مسافة {length} كم داخل منطقة يسيطر عليها {host} وينتهي هناك. ليس للتحرك {movement}، الذي أبلغ عنه {source}، موضع مبلَّغ عنه في هذه المنطقة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>{when}, the assumed route of {mover} leads {length} km through territory held by {host}, from {before} to {after}. Movement {movement}, reported by {source}, has no reported position in this territory.</source>
   <translation>{when}، يمر المسار المفترض لـ{mover} {length} كم عبر منطقة يسيطر عليها {host}، من {before} إلى {after}. ليس للتحرك {movement}، الذي أبلغ عنه {source}، موضع مبلَّغ عنه في هذه المنطقة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>{when}, the assumed route of {mover} lies {length} km inside territory held by {host}. Movement {movement}, reported by {source}, has no reported position in this territory.</source>
   <translation>{when}، يقع المسار المفترض لـ{mover} بطول {length} كم داخل منطقة يسيطر عليها {host}. ليس للتحرك {movement}، الذي أبلغ عنه {source}، موضع مبلَّغ عنه في هذه المنطقة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>{when}, the assumed route of {mover} starts in territory held by {host} and leads {length} km through it into {after}. Movement {movement}, reported by {source}, has no reported position in this territory.</source>
   <translation>{when}، يبدأ المسار المفترض لـ{mover} في منطقة يسيطر عليها {host} ويمتد فيها {length} كم إلى {after}. ليس للتحرك {movement}، الذي أبلغ عنه {source}، موضع مبلَّغ عنه في هذه المنطقة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>{when}, {mover} came from {before} and moved {length} km into territory held by {host}. Movement {movement}, reported by {source}, ends there.</source>
   <translation>{when}: تحرّك من جانب {mover} قدومًا من {before} مسافة {length} كم داخل أرض تحت سيطرة {host}، حيث ينتهي التحرّك {movement} الذي أبلغ عنه {source}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>{when}, {mover} moved {length} km inside territory held by {host}. Movement {movement}, reported by {source}, starts and ends there.</source>
   <translation>{when}: تحرّك من جانب {mover} مسافة {length} كم داخل أرض تحت سيطرة {host}، فيها يبدأ التحرّك {movement} الذي أبلغ عنه {source} وفيها ينتهي.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>{when}, {mover} moved {length} km through territory held by {host}, coming from {before} and continuing into {after}. Movement {movement} was reported by {source}.</source>
   <translation>{when}: تحرّك من جانب {mover} مسافة {length} كم عبر أرض تحت سيطرة {host}، قدومًا من {before} ومتابعةً إلى {after}؛ والتحرّك {movement} أبلغ عنه {source}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>{when}, {mover} moved {length} km through territory held by {host}. Movement {movement}, reported by {source}, starts there and continues into {after}.</source>
   <translation>{when}: تحرّك من جانب {mover} مسافة {length} كم عبر أرض تحت سيطرة {host}، فيها يبدأ التحرّك {movement} الذي أبلغ عنه {source}، ثم خروجًا منها إلى {after}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>{when}, {mover} was in territory held by {host} for {length} km of its route: {begins}, and {ends}. Movement {movement} was reported by {source}.</source>
   <translation>{when}: كان {mover} على أرض تحت سيطرة {host} مسافة {length} كم من الطريق: {begins}، و{ends}؛ والتحرّك {movement} أبلغ عنه {source}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/corridor_text.py" />
   <source>{} km away</source>
   <translation>على بُعد {} كم</translation>
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
   <source>Nobody</source>
   <translation>لا أحد</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>Transit</source>
   <translation>عبور</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>an area that is not mapped</source>
   <translation>أرض غير مرسومة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>an area that nobody holds on the map</source>
   <translation>أرض لا يسيطر عليها أحد على الخريطة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>an area that was not mapped</source>
   <translation>أرض لم تكن مرسومة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>before {}</source>
   <translation>قبل {}</translation>
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
   <source>country</source>
   <translation>البلد</translation>
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
   <source>from {} on</source>
   <translation>من {} فصاعدًا</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>imprecise clash</source>
   <translation>اشتباك غير دقيق</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>interpolated</source>
   <translation>مُستكمَل</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>kind of event not known</source>
   <translation>نوع الحدث غير معروف</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>no clash reported</source>
   <translation>لم يُبلَّغ عن اشتباك</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>nobody</source>
   <translation>لا أحد</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>not covered by event data</source>
   <translation>لا تغطيه بيانات الأحداث</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>not mapped</source>
   <translation>غير مرسومة</translation>
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
   <source>territory held by {}</source>
   <translation>أرض تحت سيطرة {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>the same day</source>
   <translation>في اليوم نفسه</translation>
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
   <source>{mover} in territory of {host}</source>
   <translation>{mover} على أرض {host}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>{mover} inside territory of {host}</source>
   <translation>{mover} داخل أرض {host}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>{mover} into territory of {host}</source>
   <translation>{mover} إلى أرض {host}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>{mover} out of territory of {host}</source>
   <translation>{mover} خروجًا من أرض {host}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>{mover} through territory of {host}</source>
   <translation>{mover} عبر أرض {host}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>{start} to {end}</source>
   <translation>{start} إلى {end}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>{} (assumed)</source>
   <translation>{} (مفترضة)</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/mapping/text/formatting.py" />
   <source>{} (set)</source>
   <translation>{} (محددة)</translation>
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
   <source>Shapely cannot be written to the QGIS profile: {}</source>
   <translation>تعذّرت كتابة Shapely في ملف تعريف QGIS: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/profile_shapely.py" />
   <source>Shapely was downloaded but cannot be loaded: {}</source>
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
   <source>Shapely {} was not installed: the file from {} is not the published one, because its SHA-256 hash differs from the hashes in {}. Use another index, and report the file to the operator of this index.</source>
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
   <source>{} The one in the QGIS profile cannot be loaded: {}</source>
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
   <source>Syria Control requires the Python package Shapely 2.0 or later, which QGIS's Python cannot load: {}.</source>
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
   <source>Turkish-backed forces</source>
   <translation>القوات المدعومة من تركيا</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/factions.json" />
   <source>US-led coalition forces</source>
   <translation>قوات التحالف بقيادة الولايات المتحدة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/models/casetocorridorreport.model3" />
   <source>Evidence sheets</source>
   <translation>أوراق الأدلة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/models/casetocorridorreport.model3" />
   <source>Searches a case for corridors, stores them in the case, and writes a report with one sentence for each corridor. If corridors are found, a PDF is written with one evidence sheet per corridor (map, facts, verdict, matched events, sources, uncertainties).

The search uses the movements and clash events that were imported into the case.</source>
   <translation>يبحث في حالة عن الممرات، ويحفظها فيها، ويكتب صفحة فيها جملة عن كل ممر. وحيث توجد ممرات يصنع ملف PDF فيه ورقة أدلة لكل منها: خريطة ووقائع وحكم وأحداث مطابقة ومصادر وما هو غير مؤكد.

التحركات وأحداث الاشتباك هي التي استُوردت إلى الحالة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/models/casetocorridorreport.model3" />
   <source>The evidence sheets are written as a PDF, and only if a corridor is found.</source>
   <translation>ملف PDF؛ لا يُصنع حيث لا ممر.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/models/casetocorridorreport.model3" />
   <source>The window extends before and after the passage.</source>
   <translation>قبل المرور أو بعده.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/models/mapstoatlas.model3" />
   <source>A PDF contains one page per date; .svg and .png are written as one file per page.</source>
   <translation>ملف PDF فيه صفحة لكل تاريخ؛ ⁦.svg⁩ و⁦.png⁩ ملف لكل صفحة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/models/mapstoatlas.model3" />
   <source>Atlas</source>
   <translation>أطلس</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/models/mapstoatlas.model3" />
   <source>Choose a folder of files in any format that GDAL reads, with dates in their names or fields.</source>
   <translation>ملفات بأي صيغة يقرؤها GDAL، والتواريخ في أسمائها أو حقولها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/models/mapstoatlas.model3" />
   <source>Choose a new or existing GeoPackage for the case.</source>
   <translation>ملف GeoPackage الذي يُحفظ فيه كل شيء، جديد أو موجود.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/models/mapstoatlas.model3" />
   <source>Enter an id, a name, or any spelling used in data sets. If empty, the faction is detected from the maps.</source>
   <translation>معرّف، أو اسم، أو أي تهجئة تستعملها مجموعات البيانات. فارغ: يُعرف من الخرائط.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/models/mapstoatlas.model3" />
   <source>Enter the id of a shipped theme, or the path of a theme's JSON file. If empty, the default theme is used.</source>
   <translation>معرّف سمة مرفقة، أو مسار ملف JSON لسمة. فارغ: الافتراضية.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/models/mapstoatlas.model3" />
   <source>Faction that holds all of the territory</source>
   <translation>الفصيل الذي يسيطر على كل الأرض</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/models/mapstoatlas.model3" />
   <source>Folder of control maps</source>
   <translation>مجلد خرائط السيطرة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/models/mapstoatlas.model3" />
   <source>If empty, the title of the case is used.</source>
   <translation>فارغ: عنوان الحالة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/models/mapstoatlas.model3" />
   <source>Imports a folder of dated control maps into a case and prints an atlas with one page per date.

Edit a copy of this model in the model designer to change the import settings, to print another kind of layout, or to export an animation afterwards.</source>
   <translation>يستورد مجلد خرائط سيطرة مؤرخة إلى حالة ويطبع منها أطلسًا فيه صفحة لكل تاريخ.

يمكن تغيير نسخة منه في مصمم النماذج: لإعدادات استيراد أخرى، أو نوع آخر من المطبوعات، أو فيلم بعده.</translation>
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
   <location filename="syria_control_plugin/resources/themes/published_2017_10_24.json" />
   <location filename="syria_control_plugin/resources/factions.json" />
   <source>ISIS</source>
   <translation>تنظيم الدولة (داعش)</translation>
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
   <location filename="syria_control_plugin/resources/themes/published_2017_10_24.json" />
   <location filename="syria_control_plugin/resources/factions.json" />
   <source>Syrian government forces</source>
   <translation>قوات الحكومة السورية</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/themes/colour_blind_safe.json" />
   <location filename="syria_control_plugin/resources/themes/conflict_convention.json" />
   <location filename="syria_control_plugin/resources/themes/print_hatch.json" />
   <location filename="syria_control_plugin/resources/themes/published_2017_10_24.json" />
   <location filename="syria_control_plugin/resources/factions.json" />
   <source>Syrian opposition forces</source>
   <translation>قوات المعارضة السورية</translation>
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
   <source>Published map of 24 October 2017</source>
   <translation>الخريطة المنشورة في 24 تشرين الأول/أكتوبر 2017</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/resources/themes/published_2017_10_24.json" />
   <source>Syrian opposition forces, in territory that ISIS held at some time since 9 Oct 2017</source>
   <translation>قوات المعارضة السورية، في أرض سيطر عليها تنظيم الدولة (داعش) في وقت ما منذ 9 تشرين الأول/أكتوبر 2017</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/corridor_search.py" />
   <source>{!r}: the table {!r} cannot be read.</source>
   <translation>{!r}: تعذّرت قراءة الجدول {!r}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/codebooks.py" />
   <source>Place code {} is set to both {} and {} km.</source>
   <translation>ضُبط رمز المكان {} على {} كم وعلى {} كم معًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/codebooks.py" />
   <source>Place code {}: {!r:.60} is not a distance in km, 0 or more.</source>
   <translation>رمز المكان {}: {!r:.60} ليست مسافة بالكيلومترات، 0 أو أكثر.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/codebooks.py" />
   <source>Place code {}: {} rows, known to within {} km (assumed).</source>
   <translation>رمز المكان {}: الصفوف: {}، معروف بدقة {} كم (مفترضة).</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/codebooks.py" />
   <source>Place code {}: {} rows, known to within {} km (set by the analyst).</source>
   <translation>رمز المكان {}: الصفوف: {}، معروف بدقة {} كم (حددها المحلل).</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/codebooks.py" />
   <source>The column type_of_violence is missing: all events are treated as fights.</source>
   <translation>لا يوجد العمود type_of_violence: تُعدّ كل الأحداث معارك.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/codebooks.py" />
   <source>the date is treated as known to the month only</source>
   <translation>يُعدّ التاريخ معروفًا على مستوى الشهر</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/codebooks.py" />
   <source>the date is treated as not exact</source>
   <translation>يُعدّ التاريخ غير دقيق</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/codebooks.py" />
   <source>the event could be a fight</source>
   <translation>قد يكون الحدث معركة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/codebooks.py" />
   <source>the place is treated as known to the country only</source>
   <translation>يُعدّ المكان معروفًا على مستوى البلد</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/codebooks.py" />
   <source>{!r:.60} is not a place code of the data set. Codes: {}.</source>
   <translation>{!r:.60} ليس رمز مكان في مجموعة البيانات. الرموز: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/codebooks.py" />
   <source>{} {!r:.60} is not a code of the data set: {}</source>
   <translation>{} {!r:.60} ليس رمزًا في مجموعة البيانات: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/columns.py" />
   <source>{}: has no column {!r} for the {}. Columns: {}.</source>
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
   <source>The table and its settings have not changed since the last import. The case was not changed.</source>
   <translation>الجدول وإعداداته كما في آخر استيراد: تبقى الحالة كما هي.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/kinds.py" />
   <source>Kind {!r:.100}: {} rows, not known; such an event could be a fight.</source>
   <translation>النوع {!r:.100}: {} من الصفوف، غير معروف؛ وقد يكون حدث كهذا معركة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/kinds.py" />
   <source>Rows without a kind: {}; such an event could be a fight.</source>
   <translation>صفوف بلا نوع: {}؛ وقد يكون حدث كهذا معركة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/kinds.py" />
   <source>The kind {!r:.60} is mapped to both {} and {}.</source>
   <translation>النوع {!r:.60} مقابله {} و{} معًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/kinds.py" />
   <source>The kind {!r:.60} is mapped to {!r:.60}. Choose one of {}.</source>
   <translation>النوع {!r:.60} مقابله {!r:.60}. اختر واحدًا من {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/kinds.py" />
   <source>The mapping of kinds has a row without a kind of the table.</source>
   <translation>في جدول الأنواع صف بلا نوع من الجدول.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/plain_table.py" />
   <source>An event of several days is treated as not known to the day.</source>
   <translation>الحدث الذي يمتد عدة أيام لا يُعدّ معروف اليوم.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/plain_table.py" />
   <source>End date</source>
   <translation>تاريخ النهاية</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/plain_table.py" />
   <source>Event id</source>
   <translation>معرّف الحدث</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/plain_table.py" />
   <source>Latitude</source>
   <translation>خط العرض</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/plain_table.py" />
   <source>Longitude</source>
   <translation>خط الطول</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/plain_table.py" />
   <source>Precision</source>
   <translation>الدقة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/plain_table.py" />
   <source>Side A</source>
   <translation>الطرف الأول</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/plain_table.py" />
   <source>Side B</source>
   <translation>الطرف الثاني</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/plain_table.py" />
   <source>There is no column with the kind of event: all events are treated as fights.</source>
   <translation>لا يوجد عمود للنوع: تُعدّ كل الأحداث معارك.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/plain_table.py" />
   <source>There is no column with the precision in km: all places are treated as exact.</source>
   <translation>لا يوجد عمود للدقة بالكيلومترات: تُعدّ كل الأماكن دقيقة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/plain_table.py" />
   <source>{} {!r:.60} is not a distance: the place is treated as known to the country only</source>
   <translation>{} {!r:.60} ليس مسافة: يُعدّ المكان معروفًا على مستوى البلد</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/plain_table.py" />
   <source>{}: column {!r}.</source>
   <translation>{}: العمود {!r}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/reader.py" />
   <source>Actors that are not known factions: {}, on {} sides. Their events are kept: they show where the data set reports events at all.</source>
   <translation>الجهات التي ليست فصائل معروفة: {}، في أطراف عددها {}. تبقى أحداثها: فهي تدل على ما تُبلغ عنه مجموعة البيانات.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/reader.py" />
   <source>Combined sides of several actors: {}; each of their factions counts.</source>
   <translation>الأطراف المجمّعة من عدة جهات: {}؛ ويُحسب كل فصيل منها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/reader.py" />
   <source>Dates known to a month, a quarter or a year: {}; the event can be on any day of it.</source>
   <translation>تواريخ لا يُعرف منها إلا الشهر أو ربع السنة أو السنة: {}؛ قد يكون الحدث في أي يوم منها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/reader.py" />
   <source>Events with the same factions on both sides: {}; these are not clashes of two sides.</source>
   <translation>الأحداث التي في طرفيها الفصائل نفسها: {}؛ فليست اشتباكًا بين طرفين.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/reader.py" />
   <source>Events: {}; with a known faction on both sides: {}, on one side: {}, on neither side: {}.</source>
   <translation>الأحداث: {}؛ منها بفصيل معروف في الطرفين {}، وفي طرف واحد {}، ولا في أي منهما {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/reader.py" />
   <source>Layout: {}.</source>
   <translation>التنسيق: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/reader.py" />
   <source>Not a known faction: {!r}, count {}.</source>
   <translation>ليس فصيلًا معروفًا: {!r}، العدد {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/reader.py" />
   <source>Rows that repeat the id of an earlier row of the same data set: {}; counted once.</source>
   <translation>الصفوف التي لها معرّف صف سابق من مجموعة البيانات نفسها: {}؛ تُحسب مرة واحدة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/reader.py" />
   <source>Times that state their zone: {}, read as days in {}.</source>
   <translation>الأوقات التي تذكر منطقتها الزمنية: {}، قُرئت أيامًا في {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/reader.py" />
   <source>appears to be {}, but has no column {}. Export it with all columns, or set the columns with the date and both sides to read it as a plain table</source>
   <translation>يشبه {}، لكن ليس فيه العمود {}. صدّره بكل أعمدته، أو سمِّ أعمدة التاريخ والطرفين ليُقرأ جدولًا عاديًا</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/reader.py" />
   <source>end date: {}</source>
   <translation>تاريخ النهاية: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/reader.py" />
   <location filename="syria_control_plugin/sources/movements/times.py" />
   <source>ends ({}) before it starts ({})</source>
   <translation>ينتهي ({}) قبل أن يبدأ ({})</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/reader.py" />
   <source>has no rows, so there are no events</source>
   <translation>ليس فيه صفوف، فليس فيه أحداث</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/reader.py" />
   <source>is not in a known layout ({}), and as a plain table it has no column for: {}. Set the columns</source>
   <translation>ليس بتنسيق معروف ({})، وليس فيه بوصفه جدولًا عاديًا عمود لأجل: {}. سمِّه</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/reader.py" />
   <source>kind {!r:.60} is not one of {}</source>
   <translation>النوع {!r:.60} ليس واحدًا من {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/reader.py" />
   <source>no side is named: each could be any party</source>
   <translation>لم يُذكر أي طرف: قد يكون كل منهما أي جهة</translation>
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
   <source>the event {!r:.100} is repeated: counted once</source>
   <translation>الحدث {!r:.100} موجود من قبل: حُسب مرة واحدة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/reader.py" />
   <source>the precision of its place is not a distance in km</source>
   <translation>دقة مكانه ليست مسافة بالكيلومترات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/reader.py" />
   <source>{}: has no usable event. {}</source>
   <translation>{}: ليس فيه حدث صالح. {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/reader.py" />
   <source>{}: is a {}, which has no place codes whose distance can be set.</source>
   <translation>{}: هذا {}، وليست فيه رموز أماكن يمكن ضبط مسافتها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/reader.py" />
   <source>{}: the rows have no points, and no longitude and latitude columns were found.</source>
   <translation>{}: ليس لصفوفه نقاط، ولم يُعثر على عمودي longitude وlatitude.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/reader.py" />
   <source>{}: {}.</source>
   <translation>{}: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/reader.py" />
   <source>{}: {}. Its columns are: {}.</source>
   <translation>{}: {}. أعمدته هي: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/events/reader.py" />
   <source>… and {} more; the report lists all of them.</source>
   <translation>… و{} غيرها؛ وصفحة التقرير تسردها كلها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/addresses.py" />
   <source>the filter {!r:.200} cannot be used: {}</source>
   <translation>لا يمكن استعمال المرشِّح {!r:.200}: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/addresses.py" />
   <source>there is no field {}</source>
   <translation>لا يوجد حقل {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/addresses.py" />
   <source>{!r} has no layer number {}.</source>
   <translation>{!r}: ليس فيه طبقة رقمها {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/addresses.py" />
   <source>{!r}: {} cannot be used with a path. Add the file to the project and choose the layer.</source>
   <translation>{!r}: لا يمكن استعمال {} مع مسار. أضف الملف إلى المشروع واذكر الطبقة.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/contents.py" />
   <source>a database</source>
   <translation>قاعدة بيانات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/contents.py" />
   <source>a zip file</source>
   <translation>ملف zip</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/contents.py" />
   <source>an old Office document</source>
   <translation>مستند Office قديم</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/contents.py" />
   <source>cannot be read: GDAL does not find this member in the zip file. Unpack the zip file first.</source>
   <translation>لا يمكن قراءته: لا يجد GDAL ملفًا كهذا في الأرشيف المضغوط. فك ضغطه أولًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/contents.py" />
   <source>cannot be read: it has a document type (&lt;!DOCTYPE), which may refer to other files. Save it without a document type.</source>
   <translation>تعذّرت قراءته: فيه نوع مستند (⁦&lt;!DOCTYPE⁩)، وقد يسمي ذلك ملفات أخرى. احفظه بدونه.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/contents.py" />
   <source>cannot be read: it is not a file</source>
   <translation>تعذّرت قراءته: ليس ملفًا</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/contents.py" />
   <source>cannot be read: its CRS is a link or an address. Save it again with the name of its CRS, or without a CRS.</source>
   <translation>تعذّرت قراءته: نظام إحداثياته رابط أو عنوان. احفظه من جديد مع اسم نظام إحداثياته، أو بدونه.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/contents.py" />
   <source>cannot be read: its CRS refers to a file on this computer. Save it again in another CRS.</source>
   <translation>لا يمكن قراءته: يسمي نظام إحداثياته ملفًا على هذا الحاسوب. احفظه ثانية في نظام إحداثيات آخر.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/contents.py" />
   <source>cannot be read: its encoding {!r} is unknown. Save it as UTF-8.</source>
   <translation>تعذّرت قراءته: ترميزه {!r} غير معروف. احفظه بترميز UTF-8.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/contents.py" />
   <source>cannot be read: its schema {} includes other schemas. Delete the schema.</source>
   <translation>تعذّرت قراءته: مخططه {} يُدخل مخططات أخرى. احذف المخطط.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/contents.py" />
   <source>cannot be read: its table {!r} uses {}, which may reach outside the file. Delete the table.</source>
   <translation>تعذّرت قراءته: الجدول {!r} فيه يستعمل {}، وقد يصل ذلك إلى خارج الملف. احذف الجدول.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/contents.py" />
   <source>cannot be read: the file is empty</source>
   <translation>تعذّرت قراءته: الملف فارغ</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/contents.py" />
   <source>cannot be read: the name of its CRS contains character references. Save it again.</source>
   <translation>لا يمكن قراءته: في اسم نظام إحداثياته إحالات محارف. احفظه ثانية.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/contents.py" />
   <source>cannot be read: this .tab file consists of other tables. Choose those tables, or save it as one table.</source>
   <translation>تعذّرت قراءته: ملف ⁦.tab⁩ هذا مؤلف من جداول أخرى. اذكر تلك الجداول، أو احفظه جدولًا واحدًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/contents.py" />
   <location filename="syria_control_plugin/sources/files/delimited.py" />
   <location filename="syria_control_plugin/sources/files/opening.py" />
   <source>cannot be read: {}</source>
   <translation>تعذّرت قراءته: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/contents.py" />
   <source>cannot be read: {}: {}</source>
   <translation>تعذّرت قراءته: {}: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/contents.py" />
   <source>is not a .{} file: it describes a service ({}). Download the data and choose the file.</source>
   <translation>ليس ملف ⁦.{}⁩: هو يصف خدمة ({}). نزّل البيانات واذكر الملف.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/contents.py" />
   <source>is not a .{} file: it is a virtual data source ({}). Choose the data that it refers to.</source>
   <translation>ليس ملف ⁦.{}⁩: هو مصدر بيانات افتراضي ({}). اذكر البيانات التي يسميها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/contents.py" />
   <source>is not a .{} file: its content has another format. Save it again.</source>
   <translation>ليس ملف ⁦.{}⁩: محتواه شيء آخر. احفظه من جديد.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/contents.py" />
   <source>is not a .{} file: its content is {}. Rename it, or save it again.</source>
   <translation>ليس ملف ⁦.{}⁩: محتواه {}. أعد تسميته، أو احفظه من جديد.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/contents.py" />
   <source>is not a MapInfo table: a .tab file has only a few lines, but this file is larger than 16 MB</source>
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
   <source>has no CRS: read as longitude and latitude, WGS 84</source>
   <translation>لا يذكر نظام إحداثيات: عُدّ طولًا وعرضًا، WGS 84</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/coordinates.py" />
   <source>x and y swapped: latitude came first</source>
   <translation>بُدّل بين x وy: كان خط العرض أولًا</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/coordinates.py" />
   <source>{}: has no coordinate reference system, and its coordinates are not degrees. Set CRS.</source>
   <translation>{}: لا يذكر نظام إحداثيات مرجعيًا وأرقامه ليست درجات: اضبط CRS.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/coordinates.py" />
   <source>{}: its CRS {!r} cannot be transformed to longitude and latitude: {}</source>
   <translation>{}: تعذّر تحويل نظام إحداثياته {!r} إلى خطوط طول وعرض: {}</translation>
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
   <source>is not a table: most rows have far fewer cells than the header, which has {}</source>
   <translation>ليس جدولًا: معظم الصفوف خلاياها أقل بكثير من رأسه الذي فيه {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/csv_records.py" />
   <source>line {}: a cell has {} characters, the limit of spreadsheets, and may be truncated: {!r:.80}</source>
   <translation>السطر {}: خلية عدد محارفها {}، وهو الحد في برامج الجداول: قد تكون مقطوعة: {!r:.80}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/csv_records.py" />
   <source>line {}: a cell spans {} lines, and some of them resemble rows: {!r:.80}. Check its quotation marks.</source>
   <translation>السطر {}: خلية تمتد على أسطر عددها {}، بعضها يشبه الصفوف: {!r:.80}. تحقق من علامات الاقتباس فيها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/csv_records.py" />
   <source>line {}: bytes that are not text, shown as �: {!r:.80}</source>
   <translation>السطر {}: بايتات ليست نصًا، تظهر على شكل �: {!r:.80}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/csv_records.py" />
   <source>line {}: closing quotation mark missing or misplaced, {} of {} cells: {!r}</source>
   <translation>السطر {}: علامة اقتباس لم تُغلق حيث ينبغي، الخلايا {} من {}: {!r}</translation>
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
   <source>line {}: {} cells for {} columns, extra cells: {!r:.80}. Quote cells that contain the separator.</source>
   <translation>السطر {}: عدد الخلايا {} وعدد الأعمدة {}، وما بعد الأخير: {!r:.80}. ضع الخلايا التي تحوي الفاصل بين علامتي اقتباس.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/csv_records.py" />
   <source>line {}: {} of {} cells; the others are read as empty: {!r:.80}</source>
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
   <source>{} more rows with this note, the last is row {}: {}</source>
   <translation>صفوف أخرى من هذا النوع: {}، آخرها الصف {}: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/delimited.py" />
   <source>column {} has no name: read as {!r}</source>
   <translation>العمود {} بلا اسم: قُرئ باسم {!r}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/delimited.py" />
   <source>{} is not a number: {!r:.80}, read as empty</source>
   <translation>{} ليس عددًا: {!r:.80}: قُرئ فارغًا</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/encodings.py" />
   <source>ENCODING: {!r} is not a known encoding. Enter one of {}.</source>
   <translation>⁦ENCODING⁩: ‏{!r} ليس ترميزًا معروفًا. أدخل واحدًا من {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/encodings.py" />
   <source>Text that is not UTF-8: read as {}.</source>
   <translation>النص الذي ليس بترميز ⁦UTF-8⁩: قُرئ بترميز {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/encodings.py" />
   <source>bytes that are not text, shown as �: {!r:.80}</source>
   <translation>بايتات ليست نصًا، تظهر على شكل �: ‏{!r:.80}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/encodings.py" />
   <source>states no encoding but ANSI: read as {}. If letters are wrong, set ENCODING.</source>
   <translation>لا يذكر ترميزًا سوى ⁦ANSI⁩: قُرئ بترميز {}. إذا كانت الحروف خاطئة فحدّد ⁦ENCODING⁩.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/encodings.py" />
   <source>the text is not UTF-8, and its encoding is not stated. Set ENCODING in the import, or save it as UTF-8. A text reads {}.</source>
   <translation>النص ليس بترميز ⁦UTF-8⁩، وترميزه غير مذكور. حدّد ⁦ENCODING⁩ في الاستيراد، أو احفظه بترميز ⁦UTF-8⁩. يُقرأ أحد النصوص هكذا: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/encodings.py" />
   <source>the text is not {}: {!r:.40}. Set another ENCODING.</source>
   <translation>النص ليس بترميز {}: ‏{!r:.40}. حدّد ⁦ENCODING⁩ آخر.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/encodings.py" />
   <source>{!r} in {}</source>
   <translation>{!r} بترميز {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/gdal_reader.py" />
   <source>GDAL does not give a reason</source>
   <translation>لا تذكر GDAL سببًا</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/gdal_reader.py" />
   <source>has no layer</source>
   <translation>ليس فيه طبقة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/gdal_reader.py" />
   <source>has no layer {!r}</source>
   <translation>ليس فيه الطبقة {!r}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/gdal_reader.py" />
   <source>its rows need more than the allowed {:.1f} GB of memory. Split the file.</source>
   <translation>تحتاج صفوفه إلى أكثر من {:.1f} غيغابايت من الذاكرة المسموح بها. قسّم الملف.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/geometries.py" />
   <source>its geometry has the SRID {}, others have {}</source>
   <translation>لشكله الهندسي الرقم ⁦SRID⁩ ‏{}، ولغيره {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/geometries.py" />
   <source>line with fewer than two points</source>
   <translation>خط له أقل من نقطتين</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/geometries.py" />
   <source>ring with fewer than four points</source>
   <translation>حلقة لها أقل من أربع نقاط</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/geometries.py" />
   <source>several columns hold geometries ({}): {!r} is read</source>
   <translation>عدة أعمدة تحوي أشكالًا هندسية ({}): يُقرأ {!r}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/geometries.py" />
   <source>the geometry cannot be built: {}</source>
   <translation>لا يمكن بناء الشكل الهندسي: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/geometries.py" />
   <source>{} is not a geometry: {!r:.80}</source>
   <translation>{} ليس شكلًا هندسيًا: ‏{!r:.80}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/gpx.py" />
   <source>waypoints left out: the file has tracks or routes</source>
   <translation>تُركت نقاط الطريق: في الملف مسارات أو طرق</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/inputs.py" />
   <source>Files on different drives cannot be imported together. Import them one by one.</source>
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
   <location filename="syria_control_plugin/sources/files/inputs.py" />
   <source>filter {!r:.200}: {} of {} rows</source>
   <translation>المرشِّح {!r:.200}: ‏{} من {} صفوف</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/inputs.py" />
   <source>{!r}: a layer or filter can be given only for one file.</source>
   <translation>{!r}: لا يمكن تحديد طبقة أو مرشِّح إلا لملف واحد.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/opening.py" />
   <source>cannot be read: the file extension {!r} is not supported. Save it as one of {}.</source>
   <translation>تعذّرت قراءته: نهاية الاسم {!r} لا تُقرأ. احفظه بإحدى النهايات التالية: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/opening.py" />
   <source>it is not a complete file of the type that its extension indicates</source>
   <translation>ليس ملفًا كاملًا من النوع الذي تدل عليه نهاية اسمه</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/opening.py" />
   <source>{!r} describes other data. Save the data to a file and choose the file.</source>
   <translation>{!r} يصف بيانات أخرى. احفظها في ملف واذكره.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/opening.py" />
   <source>{!r} refers to a service or a driver ({}:). Download the data and choose the file.</source>
   <translation>{!r} يسمي خدمة أو برنامج تشغيل (⁦{}:⁩). نزّل البيانات واذكر الملف.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/opening.py" />
   <source>{!r} refers to a virtual file system. Save the data to a folder and choose the folder.</source>
   <translation>{!r} يسمي نظام ملفات افتراضيًا. احفظ البيانات في مجلد واذكره.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/project_layers.py" />
   <source>cannot be read: it has no layer</source>
   <translation>تعذّرت قراءته: ليس فيه طبقة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/project_layers.py" />
   <source>read as it is open in QGIS ({}); the plugin would not read the file itself</source>
   <translation>أُخذت كما هي مفتوحة في QGIS ({})؛ ولو ذُكرت ملفًا لما قرأتها الإضافة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/project_layers.py" />
   <source>{!r} cannot be shown as it is: {}. Correct the file, then try again.</source>
   <translation>لا يمكن عرض {!r} كما هو: {}. أصلح الملف ثم حاول من جديد.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/project_layers.py" />
   <source>{!r}, from which QGIS opened this layer, has {} rows, but the layer has {}.</source>
   <translation>{!r}، ومنه فتح QGIS هذه الطبقة، عدد صفوفه {}، وعدد صفوف الطبقة {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/project_layers.py" />
   <source>{!r}, from which QGIS opened this layer, has {} rows, but the layer has {}. The first row that differs is row {}: {!r:.200}. Import the file itself to get all rows.</source>
   <translation>{!r}، ومنه فتح QGIS هذه الطبقة، عدد صفوفه {}، وعدد صفوف الطبقة {}. أول صف مختلف هو الصف {}: {!r:.200}. استورد الملف نفسه لتحصل على كل الصفوف.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/reader_process.py" />
   <source>reading the file ended without a result: it needs more than the allowed {:.1f} GB of memory, or the file is damaged. Split the file, or convert it to a GeoPackage.</source>
   <translation>انتهت قراءته بلا نتيجة: تحتاج إلى أكثر من الذاكرة المسموح باستعمالها، وهي {:.1f} غيغابايت، أو أن الملف تالف. قسّم الملف، أو حوّله إلى GeoPackage.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/reader_process.py" />
   <source>{:.1f} GB: reading the file needs more than the allowed {:.1f} GB of memory. Split the file, or convert it to a GeoPackage.</source>
   <translation>{:.1f} غيغابايت: تحتاج قراءته إلى أكثر من الذاكرة المسموح باستعمالها، وهي {:.1f} غيغابايت. قسّم الملف، أو حوّله إلى GeoPackage.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/tables.py" />
   <source>has {} columns, more than the limit of {}. Delete columns that are not needed.</source>
   <translation>فيه {} عمودًا، وهي أكثر من {}. احذف ما لا يلزم منها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/tables.py" />
   <source>two columns are named {!r}: column {} is read as {!r}</source>
   <translation>عمودان باسم {!r}: يُقرأ العمود {} باسم {!r}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/zips.py" />
   <source>a link, not a file: put the file itself into the zip file</source>
   <translation>رابط وليس ملفًا: ضع الملف نفسه في ملف zip</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/zips.py" />
   <source>encrypted: unpack the zip file with its password and choose the folder</source>
   <translation>مشفّر: فُكّ ضغط ملف zip بكلمة مروره واختر المجلد</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/zips.py" />
   <source>its name points outside the zip file</source>
   <translation>اسمه يقود إلى خارج ملف zip</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/zips.py" />
   <source>not a file: put the file itself into the zip file</source>
   <translation>ليس ملفًا: ضع الملف نفسه في ملف zip</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/zips.py" />
   <source>the zip contains several members of this name</source>
   <translation>يرد في ملف zip عدة مرات بهذا الاسم</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/zips.py" />
   <source>{}: is not a readable zip: {}</source>
   <translation>{}: ليس ملف zip مقروءًا: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/zips.py" />
   <source>{}: unpacks to {:.0f} GB. Unpack it and choose the folder.</source>
   <translation>{}: يُفك ضغطه إلى {:.0f} غيغابايت؛ فُكّه بنفسك واذكر المجلد.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/files/zips.py" />
   <source>{}: {:.1f} MB that unpack to {:.1f} GB cannot be maps. The file is not read.</source>
   <translation>{}: {:.1f} ميغابايت تُفك إلى {:.1f} غيغابايت ليست خرائط: لم تُقرأ.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/detection.py" />
   <source>Date: {}.</source>
   <translation>التاريخ: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/detection.py" />
   <source>FACTION and FACTION_FIELD are both set. Set FACTION for all rows, or FACTION_FIELD.</source>
   <translation>اضبط إما FACTION لكل الصفوف أو FACTION_FIELD؛ كلاهما مضبوط.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/detection.py" />
   <source>Faction: {}.</source>
   <translation>الفصيل: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/detection.py" />
   <source>No date can be read in {!r}. {} Set DATE_FIELD, or correct the dates.</source>
   <translation>لا يمكن قراءة أي تاريخ في {!r}. {} اضبط ⁦DATE_FIELD⁩، أو صحح التواريخ.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/detection.py" />
   <source>No date found in {!r}: not in its name, its fields ({}) or its properties. Set DATE_FIELD, or add the date to the name of the file, layer or folder.</source>
   <translation>لم يُعثر على تاريخ في {!r}: لا في اسمه، ولا في حقل ({})، ولا في خصائصه. اضبط DATE_FIELD، أو ضع التاريخ في اسم الملف أو الطبقة أو المجلد.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/detection.py" />
   <source>No faction found in {!r}: set FACTION to the faction that holds all of the territory, or FACTION_FIELD to one of the fields ({}).</source>
   <translation>لم يُعثر على فصيل في {!r}: اضبط FACTION على من يسيطر على كل الأرض، أو FACTION_FIELD على أحد حقوله ({}).</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/detection.py" />
   <source>The end field needs a start field. Set START_FIELD too.</source>
   <translation>يحتاج حقل النهاية إلى حقل بداية: اضبط START_FIELD أيضًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/detection.py" />
   <source>The field {!r} does not exist in {!r}. Fields: {}.</source>
   <translation>لا يوجد الحقل {!r} في {!r}؛ حقوله هي: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/detection.py" />
   <source>There is nothing to import: no file could be read.</source>
   <translation>لا شيء للاستيراد: تعذّرت قراءة أي ملف.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/detection.py" />
   <location filename="syria_control_plugin/sources/maps/ends.py" />
   <source>as in an earlier import of this source</source>
   <translation>كما في استيراد سابق لهذا المصدر</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/detection.py" />
   <location filename="syria_control_plugin/sources/movements/detection.py" />
   <source>detected by its name</source>
   <translation>تخمين من اسمه</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/detection.py" />
   <source>detected by its name, and known factions among its names: {} of {}; other fields with factions: {}</source>
   <translation>اكتُشف من اسمه، والفصائل المعروفة بين أسمائه: {} من {}؛ حقول أخرى فيها فصائل: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/detection.py" />
   <source>detected by its name; other fields with dates: {}</source>
   <translation>اكتُشف من اسمه؛ حقول أخرى فيها تواريخ: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/detection.py" />
   <source>detected by the names</source>
   <translation>تخمين من الأسماء</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/detection.py" />
   <source>detected from {!r}</source>
   <translation>تخمين من {!r}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/detection.py" />
   <source>detected: its values are dates</source>
   <translation>تخمين: قيمه تواريخ</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/detection.py" />
   <source>detected: known factions among its names: {} of {}</source>
   <translation>تخمين: الفصائل المعروفة بين أسمائه: {} من {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/detection.py" />
   <source>detected: {}</source>
   <translation>تخمين: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/detection.py" />
   <location filename="syria_control_plugin/sources/movements/detection.py" />
   <source>field {!r}</source>
   <translation>الحقل {!r}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/detection.py" />
   <source>field {!r}, rows that cannot be read: {} of {}</source>
   <translation>الحقل {!r}، صفوف لا يمكن قراءتها: {} من {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/detection.py" />
   <source>fields {!r} to {!r}</source>
   <translation>الحقلان {!r} إلى {!r}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/detection.py" />
   <source>name of the file, layer or folder</source>
   <translation>اسم الملف أو الطبقة أو المجلد</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/detection.py" />
   <source>property {!r} of the file</source>
   <translation>خاصية الملف نفسه {!r}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/detection.py" />
   <location filename="syria_control_plugin/sources/maps/ends.py" />
   <source>specified</source>
   <translation>محدَّد</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/detection.py" />
   <source>{!r} for all rows</source>
   <translation>{!r} للكل</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/detection.py" />
   <source>{!r} is read as the month from {}</source>
   <translation>يُقرأ {!r} على أنه الشهر ابتداءً من {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/detection.py" />
   <source>{!r} is read as the quarter from {}</source>
   <translation>يُقرأ {!r} على أنه ربع السنة ابتداءً من {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/detection.py" />
   <source>{!r} is read as the year from {}</source>
   <translation>يُقرأ {!r} على أنه السنة ابتداءً من {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/detection.py" />
   <source>{!r} is read as {}</source>
   <translation>{!r} يُقرأ {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/detection.py" />
   <source>{!r} is read as {} to {}</source>
   <translation>يُقرأ {!r} على أنه من {} إلى {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/detection.py" />
   <location filename="syria_control_plugin/sources/movements/detection.py" />
   <source>{!r}: it is unclear which field contains the date: {}. Set DATE_FIELD to one of them.</source>
   <translation>{!r}: ليس واضحًا أي حقل يحتوي على التاريخ: {}. اضبط ⁦DATE_FIELD⁩ على أحدها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/detection.py" />
   <source>{!r}: it is unclear which field contains the faction: {}. Set {} to one of them.</source>
   <translation>{!r}: ليس واضحًا أي حقل يحتوي على الفصيل: {}. اضبط {} على أحدها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/detection.py" />
   <source>{} ({})</source>
   <translation>{} ({})</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/ends.py" />
   <source>All ends are last days of months, or name months or years.</source>
   <translation>كل النهايات هي الأيام الأخيرة من أشهر، أو تذكر أشهرًا أو سنوات.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/ends.py" />
   <source>An earlier import of this source read ends otherwise.</source>
   <translation>قرأ استيراد سابق لهذا المصدر النهايات قراءة أخرى.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/ends.py" />
   <source>Ends such as {} can be the last day of the period or the first day after it.</source>
   <translation>نهايات مثل {} قد تكون اليوم الأخير من الفترة أو اليوم الأول بعدها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/ends.py" />
   <source>Ends that name a day: {}, read as the first day after the period ({}).</source>
   <translation>نهايات تذكر يومًا: {}، قُرئت على أنها اليوم الأول بعد الفترة ({}).</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/ends.py" />
   <source>Ends that name a day: {}, read as the last day of the period ({}).</source>
   <translation>نهايات تذكر يومًا: {}، قُرئت على أنها اليوم الأخير من الفترة ({}).</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/ends.py" />
   <source>Rows that another row follows on the day after the end: {}, on the day of the end: {}; rows that start and end on the same day: {}.</source>
   <translation>صفوف يليها صف آخر في اليوم التالي للنهاية: {}، وفي يوم النهاية: {}؛ صفوف تبدأ وتنتهي في اليوم نفسه: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/ends.py" />
   <source>Set END_IS_LAST_DAY to true (last day of the period) or false (first day after the period).</source>
   <translation>اضبط ⁦END_IS_LAST_DAY⁩ على ⁦true⁩ (اليوم الأخير من الفترة) أو ⁦false⁩ (اليوم الأول بعد الفترة).</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/ends.py" />
   <source>as a name states a period by its first and last day</source>
   <translation>لأن الاسم يذكر الفترة بيومها الأول ويومها الأخير</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/ends.py" />
   <source>nothing in the data shows another meaning</source>
   <translation>لا شيء في البيانات يدل على معنى آخر</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/ends.py" />
   <source>proved: another row follows on the day after the end, rows: {}</source>
   <translation>ثابت: يليه صف آخر في اليوم التالي للنهاية، عدد الصفوف: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/ends.py" />
   <source>proved: another row follows on the day of the end, rows: {}</source>
   <translation>ثابت: يليه صف آخر في يوم النهاية، عدد الصفوف: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/ends.py" />
   <source>proved: rows that start and end on the same day: {}</source>
   <translation>ثابت: صفوف تبدأ وتنتهي في اليوم نفسه: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/importing.py" />
   <source>Areas without a territory: held by nobody, according to the source.</source>
   <translation>الأراضي التي لا منطقة سيطرة فيها: لا يسيطر عليها أحد، بحسب المصدر.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/importing.py" />
   <source>No row could be imported. {}</source>
   <translation>لم يمكن استيراد أي صف. {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/importing.py" />
   <source>PRECEDENCE names {!r}, which no row and no list of factions contains.</source>
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
   <source>Series: one, {!r}; field {!r} with {} sources does not separate series ({}).</source>
   <translation>السلسلة: واحدة، {!r}؛ والحقل {!r}، وفيه {} من المصادر، لا يميّز بين السلاسل ({}).</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/layer_series.py" />
   <source>it contains web addresses</source>
   <translation>فيه عناوين مواقع</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/layer_series.py" />
   <source>none of them has two dates</source>
   <translation>ليس لأي منها تاريخان</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/layer_series.py" />
   <source>{}: has no usable row. {}</source>
   <translation>{}: ليس فيه صف صالح. {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/preview.py" />
   <source>No file could be read.</source>
   <translation>تعذرت قراءة أي ملف.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reader.py" />
   <source>No file could be read. {}</source>
   <translation>لم يمكن قراءة أي ملف. {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reader.py" />
   <source>Z or M values of {} rows left out</source>
   <translation>تُركت قيم Z أو M في صفوف عددها {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reader.py" />
   <source>a table without geometry is not a map</source>
   <translation>جدول بلا أي شكل هندسي: ليس خريطة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reader.py" />
   <location filename="syria_control_plugin/sources/movements/reader.py" />
   <source>coordinates out of range</source>
   <translation>إحداثيات خارج الكرة الأرضية</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reader.py" />
   <source>ends not reached yet, such as {!r:.60}: {}, read as open</source>
   <translation>نهايات لم تحن بعد، مثل {!r:.60}: {}، قُرئت على أنها مفتوحة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reader.py" />
   <source>has no field {!r}. Fields: {}</source>
   <translation>ليس فيه الحقل {!r}؛ حقوله هي: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reader.py" />
   <source>its name {!r} contains several dates</source>
   <translation>في اسمه {!r} عدة تواريخ</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reader.py" />
   <source>its name {!r} states no period, as the other names do</source>
   <translation>لا يذكر اسمه {!r} فترة كما تذكرها الأسماء الأخرى</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reader.py" />
   <source>its property {!r} is not a date: {!r}</source>
   <translation>خاصيته {!r} ليست تاريخًا: {!r}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reader.py" />
   <source>lies outside the folders whose names give the dates</source>
   <translation>يقع خارج المجلدات التي تعطي أسماؤها التواريخ</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reader.py" />
   <location filename="syria_control_plugin/sources/movements/reader.py" />
   <source>no faction</source>
   <translation>لا فصيل</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reader.py" />
   <source>no features</source>
   <translation>لا معالم</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reader.py" />
   <source>no features: read as a map of {} without any territory</source>
   <translation>لا عناصر فيها: عُدّت خريطة {} ولا منطقة سيطرة فيها</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reader.py" />
   <source>rows of {} overlap on {}: counted once</source>
   <translation>تتراكب صفوف {} في {}: حُسبت مرة واحدة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reader.py" />
   <source>shares a map with a file that was read now, and is not part of this import: import both together, so that each keeps its part</source>
   <translation>يشترك في خريطة مع ملف قُرئ الآن، وليس جزءًا من هذا الاستيراد: استورد الملفين معًا ليحتفظ كل منهما بجزئه</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reader.py" />
   <source>the period ends ({}) as it starts. If the end is the last day of the period, set END_IS_LAST_DAY</source>
   <translation>تنتهي الفترة ({}) عند بدايتها. إذا كانت النهاية هي اليوم الأخير من الفترة، فاضبط ⁦END_IS_LAST_DAY⁩</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reader.py" />
   <source>the period ends ({}) at or before its start ({})</source>
   <translation>تنتهي المدة ({}) قبل أن تبدأ أو عند بدايتها ({})</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reader.py" />
   <source>{!r:.60} contains {}, the date of other rows, so the map of this row is unknown. Write its day</source>
   <translation>يحتوي {!r:.60} على {}، وهو تاريخ صفوف أخرى، فلا تُعرف خريطة هذا الصف. اكتب يومه</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reader.py" />
   <location filename="syria_control_plugin/sources/maps/reports.py" />
   <source>{!r} is not a faction: the area is not mapped</source>
   <translation>{!r} ليس فصيلًا: الأرض غير مرسومة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reader.py" />
   <source>{} ({} rows)</source>
   <translation>{} (عدد الصفوف: {})</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/renames.py" />
   <source>files of earlier imports that are gone: {} ({}); their maps are kept</source>
   <translation>ملفات من عمليات استيراد سابقة لم تعد موجودة: {} ({})؛ خرائطها باقية</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/renames.py" />
   <source>has the content of {!r}, which is gone: renamed, with its date</source>
   <translation>له محتوى {!r} الذي لم يعد موجودًا: أُعيدت تسميته، وتغيّر تاريخه معه</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reports.py" />
   <source>On {}, the map rests on reports on {} places.</source>
   <translation>في {} تستند الخريطة إلى تقارير عن أماكن عددها {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reports.py" />
   <source>On {}, {} of {} places have a report; the holders of the other {} are assumed.</source>
   <translation>في {} توجد تقارير عن {} من أصل {} مكانًا؛ والمسيطرون على الأماكن الأخرى وعددها {} مفترضون.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reports.py" />
   <source>another place named {!r}, {:.0f} km away: read as a separate place</source>
   <translation>مكان آخر باسم {!r}، على بعد {:.0f} كم: يُقرأ مكانًا منفصلًا</translation>
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
   <source>lies at the same position as place {!r}</source>
   <translation>يقع في البقعة نفسها التي يقع فيها المكان {!r}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reports.py" />
   <source>no holder</source>
   <translation>لا مسيطر</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reports.py" />
   <source>no place</source>
   <translation>لا مكان</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reports.py" />
   <source>place {!r} is not in the table of places</source>
   <translation>المكان {!r} ليس في جدول الأماكن</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reports.py" />
   <source>several places are named {!r}: give each an id</source>
   <translation>عدة أماكن باسم {!r}: أعطِ كلًا منها معرّفًا</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reports.py" />
   <source>the place {!r} is repeated {:.0f} km from its first position</source>
   <translation>تكرر المكان {!r} على بعد {:.0f} كم من موقعه الأول</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reports.py" />
   <source>the place {!r} is repeated: the first position counts</source>
   <translation>المكان {!r} موجود من قبل: يُحسب الموضع الأول</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reports.py" />
   <source>{}, row {}: {}</source>
   <translation>{}، الصف {}: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reports.py" />
   <source>{}: has no column {}. Columns: {}.</source>
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
   <source>{}: has no usable report. {}</source>
   <translation>{}: ليس فيه تقرير صالح. {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/reports.py" />
   <source>{}: has {} tables with rows. Choose a file or layer with one.</source>
   <translation>{}: فيه {} من الجداول ذات الصفوف؛ اذكر ملفًا أو طبقة فيها جدول واحد.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/maps/row_classes.py" />
   <source>The field {!r} divides the rows into classes: {}. All are imported as held. If rows of {} are not, import the maps without them.</source>
   <translation>يقسم الحقل {!r} الصفوف إلى فئات: {}. تُستورد كلها كأرض تحت السيطرة. إذا لم تكن صفوف {} كذلك، فاستورد الخرائط دونها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/detection.py" />
   <source>Basis of positions</source>
   <translation>أساس المواضع</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/detection.py" />
   <source>Passage reported</source>
   <translation>المرور المبلَّغ عنه</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/detection.py" />
   <source>Time of day</source>
   <translation>الوقت من اليوم</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/detection.py" />
   <source>seconds since 1970</source>
   <translation>ثوانٍ منذ 1970</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/detection.py" />
   <source>{}: has no field {!r}. Fields: {}.</source>
   <translation>{}: ليس فيه الحقل {!r}؛ حقوله هي: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/detection.py" />
   <source>{}: points make a track only if a field identifies the track of each (looked for: {}, each with several rows). Set ID_FIELD, or FACTION if all points are one track.</source>
   <translation>{}: لا تكوّن النقاط مسارًا إلا حيث يذكر حقل إلى أي مسار تنتمي كل منها (بُحث عن: {}، ولكل منها عدة صفوف): اضبط ID_FIELD؛ أو FACTION إذا كانت كلها مسارًا واحدًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/detection.py" />
   <source>{}: {}: {}.</source>
   <translation>{}: {}: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/geometry.py" />
   <source>no coordinates: {}</source>
   <translation>لا إحداثيات: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/geometry.py" />
   <source>{} is not a line or point in WKT: {!r:.80}</source>
   <translation>{} ليس خطًا ولا نقطة بصيغة WKT: {!r:.80}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/geometry.py" />
   <source>{} is {!r:.40}</source>
   <translation>{} هو {!r:.40}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/geometry.py" />
   <source>{}: has neither lines nor points, nor fields with coordinates or WKT. Fields: {}.</source>
   <translation>{}: ليس فيه خطوط ولا نقاط، ولا حقول فيها إحداثيات أو WKT؛ حقوله هي: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/importing.py" />
   <source>Files and settings have not changed since the last import. The case was not changed.</source>
   <translation>الملفات والإعدادات كما في آخر استيراد: تبقى الحالة كما هي.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/importing.py" />
   <source>Movements: {}; fixes with a time: {}; tracks cut: {}.</source>
   <translation>التحركات: {}؛ نقاط الرصد التي لها وقت: {}؛ المسارات المقطوعة: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/importing.py" />
   <source>Replaces {} movements of an earlier import of the same name.</source>
   <translation>حلّت محل تحركات عددها {} من استيراد بالاسم نفسه.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/importing.py" />
   <source>There is nothing to import: no file or layer with movements was found.</source>
   <translation>لا شيء للاستيراد: لم يُعثر على ملف أو طبقة فيها تحركات.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/importing.py" />
   <source>{!r} is not a known faction; it may be another name of one. Rows: {}.</source>
   <translation>{!r} ليس فصيلًا معروفًا؛ قد يكون اسمًا آخر لفصيل معروف. صفوفه: {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/reader.py" />
   <source>Set ID_FIELD to the field that identifies the track, or ONE_TRACK if all are one track.</source>
   <translation>اضبط ⁦ID_FIELD⁩ على الحقل الذي يحدد المسار، أو ⁦ONE_TRACK⁩ إذا كانت كلها مسارًا واحدًا.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/reader.py" />
   <source>a case: only its table of movements is read</source>
   <translation>حالة: لا يُقرأ من جداولها إلا الذي فيه تحركات</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/reader.py" />
   <source>a line that stays at one point</source>
   <translation>خط يبقى في نقطة واحدة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/reader.py" />
   <source>has {} parts: each is a separate movement</source>
   <translation>له أجزاء عددها {}: كل منها تحرّك قائم بذاته</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/reader.py" />
   <source>its M values are times from {} to {}, outside its own date ({} to {}): the M values count</source>
   <translation>قيم M فيه أوقات من {} إلى {}، خارج تاريخه ({} إلى {}): المعتمد قيم M</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/reader.py" />
   <source>its M values, from {:.10g} to {:.10g}, are not times: ignored</source>
   <translation>قيم M فيه، من {:.10g} إلى {:.10g}، ليست أوقاتًا: أُهملت</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/reader.py" />
   <source>kept only if all fixes of a movement have the same value: {}</source>
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
   <source>part {} stays at one point: left out</source>
   <translation>يبقى الجزء {} في نقطة واحدة: تُرك</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/reader.py" />
   <source>parts that meet end to end joined: {} joints</source>
   <translation>جُمعت أجزاء متصلة الأطراف في واحد: عدد الوصلات {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/reader.py" />
   <source>several points in one row</source>
   <translation>عدة نقاط في صف واحد</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/reader.py" />
   <source>{!r}: the points seem to be several tracks, because many are at different places at the same time.</source>
   <translation>{!r}: يبدو أن النقاط عدة مسارات، لأن كثيرًا منها في أماكن مختلفة في الوقت نفسه.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/reader.py" />
   <source>{!r}: the points seem to be several tracks, because they alternate with the values of {}.</source>
   <translation>{!r}: يبدو أن النقاط عدة مسارات، لأنها تتناوب مع قيم {}.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/reader.py" />
   <source>{} movements repeat the id of another: renamed to "{}" and so on</source>
   <translation>كان لعدد {} من التحركات معرّف غيرها: مُيّزت بمثل "{}" وهكذا</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/reader.py" />
   <source>{}: has no rows.</source>
   <translation>{}: ليس فيه صفوف.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/reader.py" />
   <source>{}: has no usable movement. {}</source>
   <translation>{}: لا يحتوي على تحرك صالح. {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/reader.py" />
   <source>{}: {!r} has {}s. Use lines, or points with times.</source>
   <translation>{}: في {!r} عناصر من نوع {}: اذكر خطوطًا، أو نقاطًا لها أوقات.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/times.py" />
   <source>Dates known to a month, a quarter or a year: {}; the movement can be at any time of it.</source>
   <translation>تواريخ لا يُعرف منها إلا الشهر أو ربع السنة أو السنة: {}؛ قد يكون التحرك في أي وقت منها.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/times.py" />
   <source>Ends that are dates without a time: {}, read as the first day after the movement.</source>
   <translation>النهايات التي هي تواريخ بلا ساعة: {}، قُرئت على أنها أول يوم بعد التحرّك.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/times.py" />
   <source>Ends that are dates without a time: {}, read as the last day of the movement.</source>
   <translation>النهايات التي هي تواريخ بلا ساعة: {}، قُرئت على أنها اليوم الأخير من التحرّك.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/times.py" />
   <source>another fix of its track has the same time at another place</source>
   <translation>لنقطة رصد أخرى من مساره الوقت نفسه في مكان آخر</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/times.py" />
   <source>outlier: inconsistent with both neighbouring fixes</source>
   <translation>قيمة شاذة: نقطتا الرصد قبلها وبعدها متفقتان، وهي لا تتفق معهما</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/times.py" />
   <source>the only fix of its track, or alone between two cuts</source>
   <translation>نقطة الرصد الوحيدة في مسارها، أو بين قطعين منه</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/times.py" />
   <source>the times and places of its vertices leave no two in sequence</source>
   <translation>لا تُبقي أوقات رؤوسه وأماكنها نقطتين متتاليتين</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/times.py" />
   <source>track {!r:.60} cut {} between {} and {}, {}: {:.1f} km in {:.2f} hours</source>
   <translation>قُطع المسار {!r:.60} {} بين {} و{}، {}: {:.1f} كم في {:.2f} ساعة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/times.py" />
   <source>{!r:.60} is not a time in seconds since 1970</source>
   <translation>{!r:.60} ليس وقتًا بالثواني منذ 1970</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/times.py" />
   <source>{!r:.60} lies outside the allowed dates</source>
   <translation>{!r:.60} يقع خارج التواريخ المسموحة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/times.py" />
   <source>{} (track {!r:.60}, {})</source>
   <translation>{} (المسار {!r:.60}، {})</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/times.py" />
   <source>{} fixes repeat the time and, within 50 m, the place of another fix of their track: counted once</source>
   <translation>لعدد {} من نقاط الرصد وقت نقطة أخرى من مسارها ومكانها ضمن 50 م: حُسبت مرة واحدة</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/times.py" />
   <source>{} of its vertices left out: {}</source>
   <translation>تُرك من رؤوسه {}: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/movements/times.py" />
   <source>{}: no field of the points contains times. Fields: {}. Set DATE_FIELD.</source>
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
   <source>Shapely cannot be installed: QGIS's Python, {}, has no pip. {}</source>
   <translation>لا يمكن تثبيت Shapely: ليس في Python الخاص بـ QGIS، {}، أداة pip. {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/qgis_python.py" />
   <source>The executable of QGIS's Python {} was not found. Paths checked: {}</source>
   <translation>لا يوجد برنامج Python {} الخاص بـ QGIS. المسارات التي فُحصت: {}</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/source_places.py" />
   <source>The case has a source {!r} from another folder. Set SOURCE to this name to add to it, or to another name.</source>
   <translation>في الحالة مصدر باسم {!r} من مجلد آخر. اضبط ⁦SOURCE⁩ على هذا الاسم لتضيف إليه، أو على اسم آخر.</translation>
  </message>
  <message>
   <location filename="syria_control_plugin/sources/time_zones.py" />
   <source>Time zone of days: {} (proposed from the place of the data).</source>
   <translation>المنطقة الزمنية للأيام: {} (مقترحة من مكان البيانات).</translation>
  </message>
 </context>
</TS>
