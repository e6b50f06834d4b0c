// A room of Node's own http, as anybody would write it: long polls, a cookie, votes appended to a file and synced.
// It prints its site; a line on its input is the version of the round that is shown from now on.
'use strict';
const http = require('http'), fs = require('fs'), os = require('os'), path = require('path'), crypto = require('crypto');

const file = fs.openSync(path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'node-room-')), 'votes.jsonl'), 'a', 0o600);
const phones = new Map(), seen = new Set(), ballots = new Map();
let version = 0, waiting = [], queue = [], isWriting = false;

// What comes while the disk is busy goes there together.
function work() {
  if (isWriting || !queue.length) return;
  const batch = queue;
  queue = [];
  isWriting = true;
  fs.write(file, batch.map((each) => each.line).join(''), (error) => {
    if (error) throw error;
    fs.fdatasync(file, () => {
      isWriting = false;
      for (const each of batch) each.done();
      work();
    });
  });
}

function page() {
  return '<!doctype html><meta charset="utf-8"><title>Room</title><form method="post" action="/K7QM/vote">' +
    `<input type="hidden" name="form" value="f${version}"><input name="m0"><input name="m1"><button>Send</button></form>`;
}

function answer(response, status, body, fields) {
  response.writeHead(status, { 'Content-Length': Buffer.byteLength(body), 'Cache-Control': 'no-store', ...fields });
  response.end(body);
}

const server = http.createServer((request, response) => {
  const url = new URL(request.url, 'http://room');
  let token = /phone=([0-9a-f]{32})/.exec(request.headers.cookie || '')?.[1];
  if (request.method === 'GET' && url.pathname === '/K7QM') {
    token = token || crypto.randomBytes(16).toString('hex');
    if (!phones.has(token)) phones.set(token, phones.size + 1);
    answer(response, 200, page(), { 'Content-Type': 'text/html', 'Set-Cookie': `phone=${token}; HttpOnly; SameSite=Strict` });
  } else if (request.method === 'GET' && url.pathname === '/K7QM/now') {
    if (url.searchParams.get('since') !== String(version)) return answer(response, 200, `${version}\n${page()}`);
    waiting.push(response);
    setTimeout(() => {
      if (waiting.includes(response)) { waiting = waiting.filter((each) => each !== response); response.writeHead(204).end(); }
    }, 25000);
  } else if (request.method === 'POST' && url.pathname === '/K7QM/vote') {
    let body = '';
    request.on('data', (piece) => { body += piece; if (body.length > 16384) request.destroy(); });
    request.on('end', () => {
      const fields = new URLSearchParams(body), id = `${token}-${fields.get('id')}`;
      if (seen.has(id)) return response.writeHead(204).end();
      seen.add(id);
      ballots.set(`${token} ${fields.get('form')}`, [fields.get('m0'), fields.get('m1')]);
      queue.push({ line: JSON.stringify({ phone: phones.get(token), body }) + '\n', done: () => response.writeHead(204).end() });
      work();
    });
  } else answer(response, 404, '');
});

server.listen(0, '127.0.0.1', () => console.log(`127.0.0.1:${server.address().port}`));
require('readline').createInterface({ input: process.stdin }).on('line', (line) => {
  version = Number(line);
  for (const response of waiting.splice(0)) answer(response, 200, `${version}\n${page()}`);
  console.log(version);
});
