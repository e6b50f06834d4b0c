// The script of the phones' page: ES5, so that old phones run it; the page works without it.
(function () {
  var body = document.body, base = attr(body, 'base'), store, main, version, form, poll, busy, fails = 0, tries = 0, again, retry, closed, escaped = encodeURIComponent;
  function attr(e, name) { return e.getAttribute('data-' + name); }
  function id(name) { return document.getElementById(name); }
  function each(list, visit) { [].slice.call(list).forEach(visit); }
  function say(text) { id('s').textContent = text; }
  function tell(name) { say(attr(body, name)); }
  // What outlives a reload; where storage is blocked it lives as long as the page.
  try { store = localStorage; store[base] = 1; } catch (e) { store = {}; tell('storage'); }
  function load(name) { return JSON.parse(store[base + name] || null); }
  function save(name, value) { store[base + name] = JSON.stringify(value); }
  function inputs(f) { return f.querySelectorAll('[name]:not([type=hidden])'); }
  function values(f) {
    var found = {};
    each(inputs(f), function (e) { if (e.type != 'radio' || e.checked) found[e.name] = e.value; });
    return found;
  }
  function fill(f, found) {
    each(inputs(f), function (e) {
      var value = found[e.name];
      if (value == null) return;
      if (e.type == 'radio') e.checked = e.value == value; else e.value = value;
    });
    count(f);
  }
  function count(f) {
    var out = f.querySelector('output'), left;
    if (!out) return;
    left = attr(out, 'dots');
    each(inputs(f), function (e) { left -= e.value; });
    out.textContent = attr(out, 'left').replace('{left}', left);
  }
  function kind(f) { return f && attr(f, 'kind'); }
  function changed(f) { if (kind(f)) { count(f); save(form + kind(f), values(f)); } }
  function begin() {
    var f;
    main = id('m');
    version = attr(main, 'version');
    form = attr(main, 'form');
    each(main.querySelectorAll('[type=button]'), function (e) { e.hidden = false; });
    f = main.querySelector('form');
    if (f) fill(f, load(form + kind(f)) || {});
    show();
  }
  function queue() { return load('queue') || []; }
  function add(list, text, name) {
    var e = document.createElement('li');
    e.textContent = text;
    e.className = name;
    list.appendChild(e);
    list.parentNode.hidden = false;
  }
  // What waits to be sent stands in the list of what was sent, without its tick.
  function show() {
    var list = id('sent');
    if (!list) return;
    each(list.querySelectorAll('.q'), function (e) { list.removeChild(e); });
    each(queue(), function (q) { if (q.text && q.form == form) add(list, q.text + ' …', 'q'); });
  }
  function ask(method, path, data, done) {
    var x = new XMLHttpRequest();
    x.open(method, base + path);
    x.timeout = 4e4;
    if (data) x.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded');
    x.setRequestHeader('X-Plenum', '1');
    x.onloadend = function () { done(x.status, x.responseText); };
    x.send(data);
  }
  addEventListener('submit', function (event) {
    var f = event.target, is = kind(f), found, data, all = queue(), text = '', bytes = new Uint8Array(12), name, now = Date.now();
    if (!is) return;
    event.preventDefault();
    found = values(f);
    data = 'form=' + escaped(form) + '&id=';
    crypto.getRandomValues(bytes);
    each(bytes, function (b) { data += (b + 256).toString(16).slice(1); });
    if (is == 'vote') {
      now = Math.max(now, (load('seq') || 0) + 1);
      save('seq', now);
      data += '&seq=' + now;
    }
    for (name in found) {
      data += '&' + name + '=' + escaped(found[name]);
      if (name != 'name' && is != 'vote') text = text || found[name];
    }
    all.push({ kind: is, data: data, text: text, found: found, form: form });
    save('queue', all);
    if (is != 'vote') {
      each(inputs(f), function (e) { e.checked = false; if (e.type != 'radio' && e.name != 'name') e.value = ''; });
      changed(f);
    }
    tell('sending');
    show();
    tries = 0;
    send();
  });
  function send() {
    var first = queue()[0];
    clearTimeout(retry);
    if (busy || !first) return;
    busy = 1;
    ask('POST', '/' + first.kind, first.data, function (code, text) {
      var f, list = id('sent'), all = queue();
      busy = 0;
      if (code == 404 || code == 410) return close();
      if (!code || code == 429 || code > 499) {
        if (code) say(text); else tell('kept');
        retry = setTimeout(send, 500 << tries);
        tries += tries < 4;
        return;
      }
      tries = 0;
      all.shift();
      save('queue', all);
      if (code < 300) {
        tell(first.kind == 'vote' ? 'voted' : 'received');
        if (list && first.text && first.form == form) add(list, first.text + ' ✓');
      } else {
        // What was not taken goes back to where it was written, or stands there to be copied.
        say('✗ ' + text);
        f = main.querySelector('[data-kind=' + first.kind + ']');
        if (f && first.form == form) fill(f, first.found); else unsent(first);
      }
      show();
      send();
    });
  }
  function unsent(q) { if (q.text) add(id('unsent'), q.text); }
  function close() {
    closed = main.hidden = true;
    tell('closed');
    id('unsent').textContent = '';
    each(queue(), unsent);
    each(main.querySelectorAll('textarea,input:not([type])'), function (e) { unsent({ text: e.id != 'name' && e.value }); });
  }
  function look() {
    clearTimeout(again);
    if (poll || document.hidden || closed) return;
    poll = 1;
    ask('GET', '/now?since=' + version + '&form=' + escaped(form), null, function (code, text) {
      var parts = text.split('\n'), held;
      poll = 0;
      if (code != 200 && code != 204) {
        if (code == 404 || code == 410 || fails > 3) return close();
        again = setTimeout(look, 500 << fails);
        fails += 1;
        return;
      }
      fails = 0;
      main.hidden = false;
      if (code == 200) {
        version = parts[0];
        if (parts[1] != form) {
          held = main.contains(document.activeElement);
          main.outerHTML = parts.slice(2).join('\n');
          say('');
          begin();
          if (held) main.focus();
        }
      }
      look();
    });
  }
  // Phones sleep and lose the network: as soon as there is a chance, it is tried again.
  function wake() {
    if (document.hidden) return;
    fails = closed ? 4 : 0;
    closed = tries = 0;
    look();
    send();
  }
  addEventListener('click', function (event) {
    var b = event.target, f = b.form, by = +attr(b, 'by'), e = by && f.elements[attr(b, 'for')], wanted;
    if (!e) return;
    wanted = +e.value + by;
    if (e.type == 'number') e.value = Math.min(e.max, Math.max(0, wanted));
    // Whoever has the wanted place gets the old one.
    else each(inputs(f), function (s) { if (s.value == wanted) { s.value = e.value; e.value = wanted; wanted = 0; } });
    changed(f);
  });
  addEventListener('input', function (event) { changed(event.target.form); });
  document.addEventListener('visibilitychange', wake);
  addEventListener('online', wake);
  addEventListener('pageshow', wake);
  begin();
}());
