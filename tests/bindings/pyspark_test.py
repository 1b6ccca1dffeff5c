"""Runs examples/pyspark in local mode: it finds what a program without Spark
does, and each worker opens the model once. Usage: pyspark_test.py SOURCE WORK
"""

import os
import shutil
import sys
from pathlib import Path

import onym
import pandas as pd
from pyspark.sql import SparkSession

SOURCE, WORK = map(Path, sys.argv[1:])
sys.path.insert(0, str(SOURCE / "examples" / "pyspark"))

import entities
import tag_folder


def write_articles(folder):
    """Makes an article of each line of a text, and returns them by name."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    text = (SOURCE / "examples" / "article.txt").read_text(encoding="utf-8")
    articles = {"%d.txt" % i: "\u00e9\U0001f600 " + line
                for i, line in enumerate(filter(None, text.split("\n")))}
    for name, article in articles.items():
        (folder / name).write_text(article, encoding="utf-8")
    return articles


def count_openings(frames):
    """Yields the process and how often it opened the model until now."""
    import entities
    for _ in entities.find(frames):
        yield pd.DataFrame({"process": [os.getpid()], "openings": [
            entities.tagger.cache_info().misses]})


def check_workers(spark, folder):
    articles = spark.read.text(str(folder), wholetext=True)
    many = articles.selectExpr("'x' as path", "value").repartition(8)
    for _ in range(2):
        rows = many.mapInPandas(count_openings,
                                "process int, openings int").collect()
    assert len(rows) > len({row.process for row in rows}) >= 1, rows
    assert {row.openings for row in rows} == {1}, rows


def check_entities(articles, output):
    found = pd.read_parquet(output)
    rows = sorted((Path(row.path).name, row.start, row.end, row.type, row.text)
                  for row in found.itertuples())
    tagger = onym.load()
    expected = sorted((name, e.begin, e.end, e.type, e.text)
                      for name, article in articles.items()
                      for e in tagger(article).entities)
    assert rows == expected, (rows, expected)
    assert "Tomasz Wolski" in set(found["text"])


def main():
    articles = write_articles(WORK / "articles")
    spark = SparkSession.builder.master("local[2]").config(
        "spark.ui.enabled", "false").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    spark.sparkContext.addPyFile(entities.__file__)
    check_workers(spark, WORK / "articles")
    # The example goes on with this session, and ends it.
    sys.argv = ["tag_folder.py", str(WORK / "articles"), str(WORK / "found")]
    assert tag_folder.main() == 0
    check_entities(articles, WORK / "found")


main()
