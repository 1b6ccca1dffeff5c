"""Tags a folder of articles with Spark, and writes the entities as Parquet.

    spark-submit tag_folder.py FOLDER OUTPUT
"""

import sys
from pathlib import Path

from pyspark.sql import SparkSession
from pyspark.sql.functions import input_file_name

import entities


def main():
    if len(sys.argv) != 3:
        print("usage: tag_folder.py FOLDER OUTPUT", file=sys.stderr)
        return 2
    folder, output = sys.argv[1:]
    spark = SparkSession.builder.appName("onym").getOrCreate()
    spark.sparkContext.addPyFile(str(Path(entities.__file__)))
    articles = spark.read.text(folder, wholetext=True)
    named = articles.withColumn("path", input_file_name())
    found = named.mapInPandas(entities.find, entities.SCHEMA)
    found.write.mode("overwrite").parquet(output)
    spark.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
