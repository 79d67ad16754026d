"""Starts the Java machine that the embedded store runs in, once a process and without a word on the terminal.

The package's own start adds an incubator module, at which Java prints a warning, and logs to the working folder.
"""

from pathlib import Path

WRITING, READING = "512m", "1g"
"""The most memory for what lives in Java: writing goes batch by batch, a query may hold millions of values at once."""
_OPENED = ("java.util.concurrent.atomic", "java.nio.channels.spi", "java.lang")
_LOGGING = Path(__file__).with_name("quiet.properties")


def start(folder: Path, heap: str) -> None:
    """Starts it with so much memory where it does not run yet; a crash report of Java itself goes to `folder`."""
    import jpype
    from arcadedb_embedded.jvm import get_bundled_jre_lib_path, get_jar_path

    if not jpype.isJVMStarted():
        jars = sorted(str(jar) for jar in Path(get_jar_path()).glob("*.jar"))
        jpype.startJVM(get_bundled_jre_lib_path(), *_options(folder, heap), classpath=jars, interrupt=False)


def _options(folder: Path, heap: str) -> list[str]:
    return [
        f"-Xmx{heap}",
        "-XX:+UseSerialGC",
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
