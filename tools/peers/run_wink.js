// Runs wink-nlp with its small English model.
'use strict';

const fs = require('fs');

const MISSING = 3;

function load(name) {
  try {
    return require(name);
  } catch (error) {
    if (error.code !== 'MODULE_NOT_FOUND') throw error;
    console.error('no package ' + name);
    process.exit(MISSING);
  }
}

const winkNLP = load('wink-nlp');
const model = load('wink-eng-lite-web-model');
const nlp = winkNLP(model);
const { detail, span, value } = nlp.its;

function tag(text) {
  const document = nlp.readDoc(text);
  return { document, types: document.entities().out(detail),
           spans: document.entities().out(span) };
}

// Spans are in tokens, which stand in the text one after the other.
function entities(text, { document, types, spans }) {
  let unit = 0;
  let codePoint = 0;
  const places = document.tokens().out(value).map((token) => {
    const begin = text.indexOf(token, unit);
    if (begin < 0) throw new Error('token not in the text: ' + token);
    codePoint += [...text.slice(unit, begin)].length;
    const end = codePoint + [...token].length;
    const place = [codePoint, end];
    unit = begin + token.length;
    codePoint = end;
    return place;
  });
  return types.map(({ type }, i) =>
    [places[spans[i][0]][0], places[spans[i][1]][1], type]);
}

function main() {
  const texts = fs.readFileSync(0, 'latin1').split('\n').slice(0, -1)
    .map((line) => Buffer.from(line, 'base64').toString());
  const lines = [];
  texts.forEach((text, number) => {
    for (const entity of entities(text, tag(text))) {
      lines.push(['entity', number, ...entity].join('\t'));
    }
  });
  for (let round = 0; round < Number(process.argv.at(-1)); ++round) {
    const start = process.hrtime.bigint();
    for (const text of texts) tag(text);
    const seconds = Number(process.hrtime.bigint() - start) / 1e9;
    lines.push('seconds\t' + seconds);
  }
  const version = require('wink-nlp/package.json').version + ', lite model ' +
    require('wink-eng-lite-web-model/package.json').version;
  console.log(['version\t' + version, ...lines].join('\n'));
}

main();
