"""Shapely installed into the QGIS profile by QGIS's own Python, isolated, and used only if it is needed."""

import hashlib
import http.server
import os
import re
import subprocess
import sys
import tempfile
import threading
import zipfile
from pathlib import Path

import pytest
import shapely
from qgis.core import QgsApplication, QgsFeedback

from syria_control_plugin import classFactory, profile_shapely, requirements
from syria_control_plugin.core.errors import Cancelled, InstallError
from syria_control_plugin.requirements import RELEASES
from syria_control_plugin.sources import qgis_python
from syria_control_plugin.sources.qgis_python import PYPI, IsolatedPython, PipSettings

WINDOWS = r"C:\Program Files\QGIS 3.40.6"
WINDOWS_QGIS, WINDOWS_PYTHON = rf"{WINDOWS}\bin\qgis-ltr-bin.exe", rf"{WINDOWS}\apps\Python312"
MAC = "/Applications/QGIS.app/Contents"
POISONED = ("pip", "numpy", "shapely", "runpy", "ssl", "sitecustomize", "usercustomize")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Where Shapely belongs in a profile of the test's own; all that is imported is put back afterwards."""
    monkeypatch.setattr(QgsApplication, "qgisSettingsDirPath", staticmethod(lambda: str(tmp_path / "my profile")))
    monkeypatch.setattr(requirements, "loaded_geos", lambda: (3, 11))
    before = {name: module for name, module in sys.modules.items() if name.split(".")[0] == "shapely"}
    yield profile_shapely.shapely_folder()
    for name in [name for name in sys.modules if name.split(".")[0] == "shapely"]:
        del sys.modules[name]
    sys.modules.update(before)


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    """The folder of temporary files, where nothing may remain."""
    path = tmp_path / "temporary files"
    path.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(path))
    return path


class Index:
    """A package index in a folder, with a Shapely whose code is the test's; its hash is the one that is shipped."""

    def __init__(self, path, shipped):
        self._path, self._shipped = path / "simple" / "shapely", shipped
        self._path.mkdir(parents=True)
        shipped.mkdir(exist_ok=True)
        self.settings = PipSettings(index=self._path.parent.as_uri())
        self._links = []

    def put(self, release=RELEASES[0], code="from . import lib", version=None, is_shipped=True):
        version = version or release.version
        name, info = f"shapely-{release.version}-py3-none-any.whl", f"shapely-{release.version}.dist-info"
        files = {
            "shapely/__init__.py": f"__version__ = {version!r}\n{code}\n",
            "shapely/lib.py": "",
            f"{info}/METADATA": f"Metadata-Version: 2.1\nName: shapely\nVersion: {release.version}\n"
                                "Requires-Dist: numpy\n",
            f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        }  # fmt: skip
        files[f"{info}/RECORD"] = "".join(f"{each},,\n" for each in [*files, f"{info}/RECORD"])
        with zipfile.ZipFile(self._path / name, "w") as archive:
            for each, text in files.items():
                archive.writestr(each, text)
        self._links.append(f'<a href="{name}">{name}</a><br>')
        (self._path / "index.html").write_text("".join(self._links), encoding="utf-8")
        if is_shipped:
            digest = hashlib.sha256((self._path / name).read_bytes()).hexdigest()
            text = f"shapely=={release.version} --hash=sha256:{digest}\n"
            (self._shipped / f"shapely-{release.version}.txt").write_text(text, encoding="utf-8")


@pytest.fixture
def index(tmp_path, monkeypatch):
    monkeypatch.setattr(requirements, "HASHES", tmp_path / "shipped hashes")
    return Index(tmp_path, requirements.HASHES)


@pytest.fixture
def poison(tmp_path, monkeypatch):
    """A current folder, a PYTHONPATH and a user's folder of modules that write down that they ran; gives their list."""
    ran = tmp_path / "ran"
    here, user = tmp_path / "a folder that was sent", tmp_path / "user"
    for place in (here, user / "lib" / f"python{OWN}" / "site-packages"):
        place.mkdir(parents=True)
        for name in POISONED:
            code = f"open({str(ran)!r}, 'a').write('{name} ')\n"
            (place / f"{name}.py").write_text(code, encoding="utf-8")
    monkeypatch.chdir(here)
    monkeypatch.setenv("PYTHONPATH", f".{os.pathsep}{here}")
    monkeypatch.setenv("PYTHONUSERBASE", str(user))
    monkeypatch.delenv("PYTHONNOUSERSITE", raising=False)
    monkeypatch.setenv("PYTHONSTARTUP", str(here / "pip.py"))
    yield lambda: ran.read_text(encoding="utf-8").split() if ran.exists() else []
    assert sorted(path.stem for path in here.iterdir()) == sorted(POISONED)


@pytest.fixture
def server():
    """A web server that lists what it is asked for."""
    asked = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_CONNECT = do_POST = do_GET

        def log_message(self, *_):
            return

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        running.asked, running.address = asked, f"http://127.0.0.1:{running.server_port}"
        yield running
        running.shutdown()


def install(settings=None, progress=None):
    plan = profile_shapely.prepare(QgsFeedback())
    profile_shapely.install(progress or QgsFeedback(), plan, settings or PipSettings())


def put_package(folder, code):
    (folder / "shapely").mkdir(parents=True)
    (folder / "shapely" / "__init__.py").write_text(code, encoding="utf-8")


def pretend_python(tmp_path, monkeypatch, script):
    """A program in place of QGIS's Python."""
    path = tmp_path / "python3"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    monkeypatch.setattr(qgis_python, "python_candidates", lambda *_: [path])
    return path


OWN = "{}.{}".format(*sys.version_info[:2])


class TestPython:
    @pytest.mark.parametrize(
        ("platform", "executable", "prefix", "expected"),
        [
            ("win32", WINDOWS_QGIS, WINDOWS_PYTHON, rf"{WINDOWS_PYTHON}\python.exe"),
            ("win32", WINDOWS_QGIS, WINDOWS_PYTHON, rf"{WINDOWS}\bin\python3.exe"),
            ("darwin", f"{MAC}/MacOS/QGIS", f"{MAC}/MacOS", f"{MAC}/MacOS/bin/python3"),
            ("darwin", f"{MAC}/MacOS/QGIS", f"{MAC}/Frameworks", f"{MAC}/Frameworks/bin/python3.12"),
            ("linux", "/usr/bin/qgis", "/usr", "/usr/bin/python3.12"),
            ("linux", "/opt/venv/bin/python", "/opt/venv", "/opt/venv/bin/python3"),
        ],
    )  # fmt: skip
    def test_where_it_lies(self, platform, executable, prefix, expected):
        assert expected in map(str, qgis_python.python_candidates(platform, executable, prefix, (3, 12)))

    @pytest.mark.parametrize(
        ("platform", "executable"),
        [("win32", rf"{WINDOWS}\bin\qgis-bin.exe"), ("darwin", f"{MAC}/MacOS/QGIS"), ("linux", "/usr/bin/qgis.bin")],
    )
    def test_qgis_itself_is_never_started(self, platform, executable):
        assert executable not in map(str, qgis_python.python_candidates(platform, executable, "/usr", (3, 12)))

    def test_the_first_on_path_is_not_started(self):
        """Embedded in QGIS on Linux, Python takes that for itself: pyenv's, or one in a folder that was sent."""
        assert "/a folder/python3" not in map(
            str, qgis_python.python_candidates("linux", "/a folder/python3", "/usr", (3, 12))
        )

    def test_this_one_is_found(self):
        python = qgis_python.find_python(QgsFeedback())
        assert python.home == "" and os.path.samefile(python.path, sys.executable)
        assert python.run(QgsFeedback(), "-c", "import sys; print(sys.prefix)") == (0, [sys.prefix])

    @pytest.mark.parametrize("script", ["echo 2.7", f"echo {OWN}; exit 1", "kill -9 $$"])
    def test_another_or_a_broken_one_is_not_taken(self, tmp_path, monkeypatch, script):
        path = pretend_python(tmp_path, monkeypatch, script)
        words = f"The executable of QGIS's Python {OWN} was not found. Paths checked: {path}"
        with pytest.raises(InstallError, match=re.escape(words)):
            qgis_python.find_python(QgsFeedback())

    def test_a_file_that_is_no_program(self, tmp_path, monkeypatch):
        pretend_python(tmp_path, monkeypatch, "").write_bytes(b"\0")
        with pytest.raises(InstallError, match="cannot be started"):
            qgis_python.find_python(QgsFeedback())


class TestIsolation:
    """Nothing of the current folder, the environment or the user's own modules is run."""

    def test_no_module_of_a_folder_that_was_sent(self, folder, index, poison):
        """pip.py, numpy.py and their like lie in QGIS's current folder and on PYTHONPATH."""
        index.put(code="import numpy; numpy.ndarray")
        install(index.settings)
        assert poison() == []
        assert (folder / "shapely" / "lib.py").is_file()

    def test_the_poison_is_one(self, poison):
        """Python as the plugin ran it before: all that the test above keeps out would run."""
        subprocess.run([sys.executable, "-m", "pip", "--version"], capture_output=True, check=False)
        assert {"pip", "sitecustomize"} <= set(poison())

    def test_nor_with_a_python_that_needs_its_home(self, tmp_path, monkeypatch, poison):
        """As on a QGIS whose Python does not find its library: isolated mode ignores PYTHONHOME."""
        monkeypatch.setenv("PYTHONHOME", "/nowhere")
        real = os.path.realpath(sys.executable)
        pretend_python(tmp_path, monkeypatch, f'[ -z "$PYTHONHOME" ] && exit 1\nexec {real} "$@"')
        python = qgis_python.find_python(QgsFeedback())
        assert python.home == sys.base_prefix
        code, output = python.run(QgsFeedback(), "-m", "pip", "--version")
        assert code == 0 and output[-1].startswith("pip ")
        assert python.run(QgsFeedback(), "-c", "import numpy; print(numpy.ndarray)")[0] == 0
        assert poison() == []

    def test_it_runs_in_an_empty_folder_that_goes_away(self, temporary):
        code = "import os, tempfile; print(os.getcwd()); print(os.listdir()); print(tempfile.gettempdir())"
        _, (current, listed, own_temporary) = IsolatedPython(sys.executable).run(QgsFeedback(), "-c", code)
        assert Path(current).parent == temporary and Path(own_temporary).parent == Path(current)
        assert listed == "['temporary']"
        assert list(temporary.iterdir()) == []

    def test_pip_is_not_configured_by_files_or_variables(self, folder, index, tmp_path, monkeypatch, server):
        """Each of these would send pip elsewhere, or end it."""
        index.put()
        evil = tmp_path / "pip.conf"
        evil.write_text(f"[global]\nindex-url = {server.address}\nproxy = {server.address}\n[install]\nuser = true\n")
        for place in (tmp_path / "home" / ".config" / "pip", tmp_path / "xdg" / "pip"):
            place.mkdir(parents=True)
            (place / "pip.conf").write_text(evil.read_text())
        monkeypatch.setenv("HOME", str(tmp_path / "home"))
        monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "xdg"))
        for name in ("INDEX_URL", "EXTRA_INDEX_URL", "FIND_LINKS", "PROXY"):
            monkeypatch.setenv(f"PIP_{name}", server.address)
        others = {"CONFIG_FILE": evil, "TARGET": tmp_path / "elsewhere", "USER": "1", "DRY_RUN": "1",
                  "REQUIREMENT": "/dev/zero", "CONSTRAINT": "/nowhere", "LOG": tmp_path / "log"}  # fmt: skip
        for name, value in others.items():
            monkeypatch.setenv(f"PIP_{name}", str(value))
        python = qgis_python.find_python(QgsFeedback())
        plan = profile_shapely.InstallPlan(requirements.fitting_release(), folder, python, PipSettings())
        profile_shapely.install(QgsFeedback(), plan, index.settings)
        assert (folder / "shapely" / "lib.py").is_file()
        assert server.asked == []
        assert not (tmp_path / "elsewhere").exists() and not (tmp_path / "log").exists()

    def test_variables_in_any_case(self):
        """On Windows their names have none."""
        given = {"Path": "p", "PythonPath": "x", "pip_index_url": "x", "PYTHONHOME": "x", "HTTPS_PROXY": "q"}
        kept = qgis_python.isolated_environment(given, Path("own"))
        assert kept == {"Path": "p", "HTTPS_PROXY": "q", "PIP_CONFIG_FILE": os.devnull,
                        "TMPDIR": "own", "TEMP": "own", "TMP": "own"}  # fmt: skip


class TestPipConfiguration:
    """The index, proxy and certificates that the user's pip has, shown and used if the user wants them."""

    def test_of_variables_and_files(self, tmp_path, monkeypatch):
        conf = tmp_path / "pip.conf"
        conf.write_text(
            "[global]\nindex-url = https://files.example/simple\ncert = /etc/our.pem\ntrusted-host = evil.example\n"
            "find-links = /wheels\nextra-index-url = https://evil.example\n[install]\nproxy = http://proxy.example:3128\n"
        )
        monkeypatch.setenv("PIP_CONFIG_FILE", str(conf))
        for name in [name for name in os.environ if name.startswith("PIP_") and name != "PIP_CONFIG_FILE"]:
            monkeypatch.delenv(name)
        python = IsolatedPython(sys.executable)
        expected = PipSettings("https://files.example/simple", "http://proxy.example:3128", "/etc/our.pem")
        assert qgis_python.configured_pip(python, QgsFeedback()) == expected
        monkeypatch.setenv("PIP_INDEX_URL", "https://variable.example/simple")
        assert qgis_python.configured_pip(python, QgsFeedback()).index == "https://variable.example/simple"

    @pytest.mark.parametrize(
        ("line", "index"),
        [
            ("global.index-url='https://a.example/simple'", "https://a.example/simple"),
            ("install.index-url='https://a.example/simple'", "https://a.example/simple"),
            (":env:.index-url='https://a.example/simple'", "https://a.example/simple"),
            ("download.index-url='https://a.example/simple'", PYPI),  # of another command of pip
            ("global.index-url='https://pypi.org/simple/'", PYPI),
            (r"global.index-url='https://a.example\n--extra-index-url https://b.example'", PYPI),
            ("global.index-url=''", PYPI),
            ("WARNING: no configuration", PYPI),
        ],
    )
    def test_the_index_is_one_address(self, line, index):
        assert qgis_python.parse_pip_config([line]) == PipSettings(index)

    def test_one_that_can_not_be_read_counts_as_none(self, tmp_path, monkeypatch):
        (tmp_path / "pip.conf").write_text("no configuration")
        monkeypatch.setenv("PIP_CONFIG_FILE", str(tmp_path / "pip.conf"))
        assert qgis_python.configured_pip(IsolatedPython(sys.executable), QgsFeedback()) == PipSettings()

    def test_only_the_index_that_was_chosen_is_asked(self, folder, index, server):
        index.put()
        with pytest.raises(InstallError, match=f"could not be downloaded from {server.address}"):
            install(PipSettings(index=f"{server.address}/simple"))
        assert set(server.asked) == {"/simple/shapely/"}

    def test_the_proxy_that_was_chosen(self, folder, index, server):
        index.put()
        with pytest.raises(InstallError, match="could not be downloaded"):
            install(PipSettings(index="https://nowhere.example/simple", proxy=server.address))
        assert set(server.asked) == {"nowhere.example:443"}

    def test_passwords_are_neither_shown_nor_given_as_arguments(self, folder, index, server, monkeypatch):
        index.put()
        arguments = []
        run = IsolatedPython._run
        monkeypatch.setattr(IsolatedPython, "_run", lambda *given: arguments.extend(given[2]) or run(*given))
        address = server.address.replace("//", "//ann:s3cret@")
        with pytest.raises(InstallError, match=re.escape("//****@127.0.0.1")) as caught:
            install(PipSettings(index=f"{address}/simple"))
        assert "s3cret" not in str(caught.value) and "s3cret" not in " ".join(arguments)

    @pytest.mark.parametrize(
        ("text", "shown"),
        [
            ("https://ann:pass@word@a.example/simple", "https://****@a.example/simple"),
            ("https://token@a.example/@scope/", "https://****@a.example/@scope/"),
            ("https://a.example/simple?key=1 and more", "https://a.example/simple?**** and more"),
            ("Is it there? Write to a@b.example", "Is it there? Write to a@b.example"),
        ],
    )
    def test_secrets_are_masked(self, text, shown):
        assert qgis_python.without_secrets(text) == shown


class TestInstall:
    def test_into_the_profile_and_nothing_else(self, folder, index, tmp_path, temporary):
        index.put()
        told = QgsFeedback()
        shown = []
        told.progressChanged.connect(shown.append)
        path_before = list(sys.path)
        install(index.settings, told)
        assert (folder / "shapely" / "lib.py").is_file()
        assert [each.name for each in folder.parent.iterdir()] == [folder.name]
        assert folder == tmp_path / "my profile" / "syria_control" / f"python{OWN}-shapely2.0"
        assert shown == sorted(shown) and 80 in shown
        assert sys.path == path_before
        assert list(temporary.iterdir()) == []

    def test_the_release_built_for_the_loaded_geos(self, folder, index):
        for release in RELEASES:
            index.put(release)
        install(index.settings)
        profile_shapely.use_installed()
        assert sys.modules["shapely"].__version__ == "2.0.7"

    def test_another_one_takes_the_place_of_what_was_there(self, folder, index):
        put_package(folder, "old = True")
        index.put()
        install(index.settings)
        assert sorted(each.name for each in folder.iterdir()) == ["shapely", "shapely-2.0.7.dist-info"]

    def test_a_file_with_another_hash_is_refused(self, folder, index):
        """As of an index that was tampered with: same name and version, other content."""
        index.put()
        index.put(code="raise SystemExit('ran')", is_shipped=False)
        with pytest.raises(InstallError) as caught:
            install(index.settings)
        text = str(caught.value)
        assert "was not installed: the file from file:///" in text and "SHA-256 hash differs" in text
        assert "shapely-2.0.7.txt" in text and "ran" not in text.split()
        assert not folder.parent.exists()

    def test_one_that_can_not_be_loaded_leaves_what_was_there(self, folder, index):
        put_package(folder, "old = True")
        index.put(code="raise ImportError('numpy.core.multiarray failed')")
        with pytest.raises(InstallError, match="cannot be loaded: .*numpy.core.multiarray failed"):
            install(index.settings)
        assert (folder / "shapely" / "__init__.py").read_text(encoding="utf-8") == "old = True"
        assert [each.name for each in folder.parent.iterdir()] == [folder.name]

    def test_one_that_is_of_another_version_is_not_taken(self, folder, index):
        index.put(version="1.8.5")
        with pytest.raises(InstallError, match="has version 1.8.5 instead of 2.0.7"):
            install(index.settings)
        assert not folder.parent.exists()

    def test_an_index_without_it(self, folder, index):
        index.put(RELEASES[1])
        index.put(RELEASES[0])
        settings = PipSettings(index=index.settings.index + "/nothing")
        with pytest.raises(InstallError) as caught:
            install(settings)
        text = str(caught.value)
        assert f"could not be downloaded from {settings.index}" in text
        assert "No matching distribution found for shapely==2.0.7" in text
        assert f"{sys.exec_prefix}/bin/python{OWN} -I -m pip install" in text and f"--target '{folder}'" in text
        assert "Traceback" not in text
        assert not folder.parent.exists()

    def test_without_pip_it_is_known_before_the_question(self, folder, tmp_path, monkeypatch):
        script = f'case "$*" in *" -c "*) echo {OWN};; *) echo "No module named pip"; exit 1;; esac'
        path = pretend_python(tmp_path, monkeypatch, script)
        with pytest.raises(InstallError, match=f"{path}, has no pip.*apt install python3-pip"):
            profile_shapely.prepare(QgsFeedback())
        assert not folder.parent.exists()

    def test_a_profile_that_can_not_be_written(self, folder, index):
        index.put()
        folder.parent.parent.write_text("a file", encoding="utf-8")
        with pytest.raises(InstallError, match="cannot be written to the QGIS profile"):
            install(index.settings)

    def test_cancelled_it_ends_pip_and_leaves_nothing(self, folder, index, tmp_path, monkeypatch, temporary):
        """The pretended pip writes down its number, begins to unpack and then waits for ever."""
        index.put()
        told = QgsFeedback()
        number = tmp_path / "number"
        script = f'case "$*" in *" -c "*) echo {OWN}; exit;; *config*) exit;; esac\n' \
                 f'echo $$ > "{number}"; echo x > "$TMPDIR/pip-unpack"; echo Collecting; exec sleep 600'  # fmt: skip
        pretend_python(tmp_path, monkeypatch, script)
        told.progressChanged.connect(lambda percent: percent == 10 and told.cancel())
        with pytest.raises(Cancelled):
            install(index.settings, told)
        with pytest.raises(ProcessLookupError):
            os.kill(int(number.read_text(encoding="utf-8")), 0)
        assert not folder.parent.exists() and list(temporary.iterdir()) == []

    def test_the_real_one(self, folder, pypi, poison):
        """Downloads from the Python Package Index what the shipped hashes allow, and computes with it."""
        install()
        assert poison() == []
        code = "import sys; sys.path.insert(0, sys.argv[1]); import shapely; print(shapely.box(0, 0, 2, 3).area == 6)"
        _, output = IsolatedPython(sys.executable).run(QgsFeedback(), "-c", code, str(folder))
        assert output == ["True"]
        assert {each.name for each in folder.iterdir()} == {"shapely", "shapely-2.0.7.dist-info", "shapely.libs"}


class TestCommand:
    """The same installation typed in a terminal: on a server, or if QGIS may not use the network."""

    def command(self):
        return profile_shapely.command_to_type(profile_shapely.prepare(QgsFeedback()))

    def test_it_works_as_it_stands(self, folder, index, poison, monkeypatch, tmp_path):
        index.put(code="import numpy; numpy.ndarray")
        monkeypatch.setattr(profile_shapely, "PYPI", index.settings.index)
        monkeypatch.setenv("PIP_EXTRA_INDEX_URL", "file:///nowhere")
        monkeypatch.setenv("PIP_REQUIREMENT", "/dev/zero")
        subprocess.run(self.command(), shell=True, check=True, capture_output=True)
        assert poison() == []
        monkeypatch.setitem(sys.modules, "shapely", None)
        assert profile_shapely.find_shapely() == ""
        assert Path(sys.modules["shapely"].__file__).is_relative_to(folder)

    def test_with_the_real_index(self, folder, pypi, poison):
        subprocess.run(self.command(), shell=True, check=True, capture_output=True)
        assert poison() == []
        assert (folder / "shapely-2.0.7.dist-info").is_dir()

    def test_a_qgis_without_a_window_names_it(self, folder, monkeypatch):
        logged = []
        monkeypatch.setitem(sys.modules, "shapely", None)
        QgsApplication.messageLog().messageReceived.connect(lambda *given: logged.append(given[0]))
        plugin = classFactory(None)
        plugin.initProcessing()
        assert plugin.provider is None
        plugin.unload()
        (text,) = [text for text in logged if "Shapely" in text]
        assert text.endswith(f"then start QGIS again:\n{self.command()}")

    def test_without_pip_the_reason_is_named_instead(self, folder, tmp_path, monkeypatch):
        pretend_python(tmp_path, monkeypatch, f'case "$*" in *" -c "*) echo {OWN};; *) exit 1;; esac')
        advice = profile_shapely.advice_without_window("Shapely is missing.")
        assert advice.startswith("Shapely is missing. ") and "has no pip" in advice

    def test_on_windows(self, folder, monkeypatch):
        monkeypatch.setattr(sys, "platform", "win32")
        python = IsolatedPython(rf"{WINDOWS_PYTHON}\python.exe")
        plan = profile_shapely.InstallPlan(RELEASES[0], folder, python, PipSettings())
        command = profile_shapely.command_to_type(plan)
        assert command.startswith(rf'"{WINDOWS_PYTHON}\python.exe" -I -m pip install --isolated')
        assert command.endswith("--index-url https://pypi.org/simple")


class TestReleases:
    """What is shipped of each release."""

    @pytest.mark.parametrize("release", RELEASES, ids=lambda each: each.version)
    def test_there_is_a_wheel_for_each_python_on_each_computer(self, release):
        wheels = wheels_in(release)
        for minor in range(release.first[1], release.last[1] + 1):
            of_python = [name for name in wheels if f"-cp3{minor}-cp3{minor}-" in name]
            for computer in ("win_amd64", "macosx.*arm64", "macosx.*x86_64", "manylinux.*x86_64", "manylinux.*aarch64"):
                assert [name for name in of_python if re.search(computer, name)], (minor, computer)

    @pytest.mark.parametrize("release", RELEASES, ids=lambda each: each.version)
    def test_one_version_and_a_hash_for_each_wheel(self, release):
        text = release.hash_file.read_text(encoding="utf-8")
        hashes = re.findall(r"--hash=sha256:([0-9a-f]{64})\b", text)
        assert len(hashes) == len(set(hashes)) == len(wheels_in(release)) > 0
        assert re.findall(r"^[^#\s]\S*", text, re.MULTILINE) == [f"shapely=={release.version}"]

    def test_every_python_of_qgis_has_one(self, monkeypatch):
        for python in [(3, minor) for minor in range(9, 15)]:
            assert [each for each in RELEASES if each.first <= python <= each.last], python


def wheels_in(release):
    text = release.hash_file.read_text(encoding="utf-8")
    return re.findall(rf"^#   (shapely-{re.escape(release.version)}-\S+\.whl)$", text, re.MULTILINE)


class TestFind:
    """Which Shapely `import shapely` gives."""

    def test_qgiss_own_where_it_will_do(self, folder):
        """As after an upgrade of QGIS that brings one along."""
        put_package(folder, "__version__ = '2.0.9'")
        assert profile_shapely.find_shapely() == ""
        assert sys.modules["shapely"] is shapely

    def test_the_profiles_where_there_is_none(self, folder, monkeypatch):
        put_package(folder, "__version__ = '2.0.9'")
        monkeypatch.setitem(sys.modules, "shapely", None)
        assert profile_shapely.find_shapely() == ""
        assert Path(sys.modules["shapely"].__file__).is_relative_to(folder)

    def test_the_profiles_in_place_of_one_that_is_too_old(self, folder, monkeypatch):
        """QGIS itself has imported Debian's 1.8 before any plugin."""
        put_package(folder, "__version__ = '2.0.9'")
        (folder / "shapely" / "lib.py").write_text("is_new = True", encoding="utf-8")
        monkeypatch.setattr(shapely, "__version__", "1.8.5.post1")
        assert profile_shapely.find_shapely() == ""
        from shapely import lib

        assert lib.is_new

    def test_none(self, folder, monkeypatch):
        monkeypatch.setitem(sys.modules, "shapely", None)
        assert "Shapely 2.0 or later, which QGIS's Python cannot load" in profile_shapely.find_shapely()

    def test_too_old(self, folder, monkeypatch):
        monkeypatch.setattr(shapely, "__version__", "1.8.5.post1")
        assert "QGIS's Python has version 1.8.5.post1" in profile_shapely.find_shapely()
        assert sys.modules["shapely"] is shapely

    def test_one_in_the_profile_that_can_not_be_loaded_leaves_all_as_it_was(self, folder, monkeypatch):
        put_package(folder, "raise ImportError('libgeos is not there')")
        monkeypatch.setattr(shapely, "__version__", "1.8.5.post1")
        problem = profile_shapely.find_shapely()
        assert "1.8.5.post1" in problem and "libgeos is not there" in problem
        assert sys.modules["shapely"] is shapely and sys.modules["shapely.lib"] is shapely.lib

    def test_one_for_another_geos_is_not_taken(self, folder, monkeypatch):
        """Another release lies in another folder: a QGIS with a newer GEOS asks for its own."""
        monkeypatch.setattr(requirements, "loaded_geos", lambda: (3, 11))
        put_package(profile_shapely.shapely_folder(), "__version__ = '2.0.9'")
        assert profile_shapely.is_installed()
        monkeypatch.setattr(requirements, "loaded_geos", lambda: (3, 13))
        assert not profile_shapely.is_installed()


@pytest.mark.parametrize(
    ("loaded", "python", "version"),
    [
        ((3, 11), (3, 11), "2.0.7"),
        ((3, 12), (3, 12), "2.0.7"),  # none is built for it: the one for the next older GEOS
        ((3, 13), (3, 13), "2.1.2"),
        ((3, 14), (3, 13), "2.2.0"),
        ((3, 99), (3, 12), "2.2.0"),
        ((3, 99), (3, 9), "2.0.7"),  # the newer ones have no wheel for this Python
        ((3, 8), (3, 12), "2.0.7"),
        ((3, 11), (3, 14), "2.1.2"),
        (None, (3, 12), "2.2.0"),
        (None, (3, 10), "2.1.2"),
        (None, (3, 9), "2.0.7"),
        (None, (3, 99), "2.2.0"),
    ],
)
def test_the_release_that_fits(monkeypatch, loaded, python, version):
    monkeypatch.setattr(requirements, "loaded_geos", lambda: loaded)
    monkeypatch.setattr(sys, "version_info", (*python, 0))
    assert requirements.fitting_release().version == version


def test_the_folder_is_on_no_search_path(folder, monkeypatch):
    """And a Shapely in the current folder is not mistaken for it."""
    put_package(folder, "__version__ = '2.0.7'")
    put_package(folder.parent / "sent", "raise SystemExit('ran')")
    monkeypatch.chdir(folder.parent / "sent")
    monkeypatch.setitem(sys.modules, "shapely", None)
    before = list(sys.path)
    assert profile_shapely.find_shapely() == ""
    assert sys.path == before and Path(sys.modules["shapely"].__file__).is_relative_to(folder)
