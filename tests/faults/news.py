"""Many articles on disk, made from the demo's, and `kg` run on them as a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.coded import demo_articles
from tests.neo4j_server import Server

LONGEST = 3600
"""Seconds that a run may take, of which the longest are those of many articles."""

KG = [sys.executable, "-c", "from kg.cli import main; main()"]


def written(folder: Path, number: int) -> Path:
    """A file of that many articles, each with an address and a line of its own."""
    texts = [article.text for article in demo_articles().values()]
    path = folder / "news.jsonl"
    with path.open("w", encoding="utf-8") as lines:
        for each in range(number):
            title, _, body = texts[each % len(texts)].partition("\n")
            record = {"title": title, "text": f"{body}\nReport number {each}.", "url": f"https://example.org/{each}"}
            lines.write(json.dumps(record) + "\n")
    return path


def scattered(folder: Path, number: int) -> Path:
    """A folder of that many articles: half of them in files of their own, half in one of JSON Lines."""
    folder.mkdir()
    lines = written(folder, number).read_text("utf-8").splitlines(keepends=True)
    for each, line in enumerate(lines[: number // 2]):
        record = json.loads(line)
        text = f"---\nurl: {record['url']}\n---\n\n{record['title']}\n\n{record['text']}\n"
        (folder / f"{each:05}.txt").write_text(text, encoding="utf-8")
    (folder / "news.jsonl").write_text("".join(lines[number // 2 :]), encoding="utf-8")
    return folder


def environment(server: Server | None) -> dict[str, str]:
    """The variables of a process that works on this server, or on none."""
    named = {name: value for name, value in os.environ.items() if not name.startswith("KG_STORE")}
    named["PYTHONPATH"] = os.pathsep.join(sys.path)
    if server is None:
        return named
    user, password = server.credentials.user, server.credentials.password or ""
    return {**named, "KG_STORE": server.uri, "KG_STORE_USER": user, "KG_STORE_PASSWORD": password}


def start(server: Server | None, *words: str) -> "subprocess.Popen[str]":
    """`kg` started and left to run."""
    out, err, nothing = subprocess.PIPE, subprocess.PIPE, subprocess.DEVNULL
    return subprocess.Popen(
        [*KG, *words],
        env=environment(server),
        text=True,
        stdout=out,
        stderr=err,
        stdin=nothing,
        start_new_session=True,
    )


def run(server: Server | None, *words: str) -> "subprocess.CompletedProcess[str]":
    """`kg` run to its end."""
    process = start(server, *words)
    out, err = process.communicate(timeout=LONGEST)
    return subprocess.CompletedProcess(process.args, process.returncode, out, err)


def complaint(done: "subprocess.CompletedProcess[str]") -> str:
    """The one line that a failed run says."""
    assert done.returncode == 1, done
    (line,) = done.stderr.splitlines()
    assert line.startswith("kg: ")
    return line
