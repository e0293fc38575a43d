// Reads a FIT file with fit-file-parser, which shares no code with Garmin's, and prints what it found as JSON.
// usage: node read-fit.mjs PATH-OF-THE-PARSER-MODULE FILE.fit
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [parserPath, file] = process.argv.slice(2);
const module = await import(pathToFileURL(parserPath));
const Parser = typeof module.default === 'function' ? module.default : module.default.default;
new Parser({ force: false, mode: 'list' }).parse(readFileSync(file), (error, found) => {
  if (error) {
    console.error(String(error));
    process.exit(1);
  }
  console.log(JSON.stringify({
    sessions: found.sessions,
    laps: found.laps,
    records: found.records,
    fieldDescriptions: found.field_descriptions,
  }));
});
