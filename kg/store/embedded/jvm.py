"""Starts the Java machine that the embedded store runs in, once a process and without a word on the terminal.

The package's own start adds an incubator module, at which Java prints a warning, and logs to the working folder.
"""

from pathlib import Path

_HEAP = "1g"
"""The most, for a query that holds millions of values; the ratios below keep it near what really lives in it."""

_OPENED = ("java.util.concurrent.atomic", "java.nio.channels.spi", "java.lang")
_LOGGING = Path(__file__).with_name("quiet.properties")


def start(folder: Path) -> None:
    """Starts it where it does not run yet; a crash report of Java itself goes to `folder`."""
    import jpype
    from arcadedb_embedded.jvm import get_bundled_jre_lib_path, get_jar_path

    if not jpype.isJVMStarted():
        jars = sorted(str(jar) for jar in Path(get_jar_path()).glob("*.jar"))
        jpype.startJVM(get_bundled_jre_lib_path(), *_options(folder), classpath=jars, interrupt=False)


def _options(folder: Path) -> list[str]:
    return [
        f"-Xmx{_HEAP}",
        "-XX:+UseSerialGC",
        "-XX:MinHeapFreeRatio=10",
        "-XX:MaxHeapFreeRatio=25",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseCompactObjectHeaders",
        f"-XX:ErrorFile={folder.resolve() / 'java-crash-%p.log'}",
        "--enable-native-access=ALL-UNNAMED",
        *(f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in _OPENED),
        "-Dfile.encoding=UTF8",
        "-Djava.awt.headless=true",
        f"-Djava.util.logging.config.file={_LOGGING}",
        "-Dpolyglot.engine.WarnInterpreterOnly=false",
        "-Darcadedb.opencypher.loadCsv.allowFileUrls=false",
        "-Darcadedb.opencypher.loadCsv.allowRemoteUrls=false",
    ]
