// The least program that reads lines with libedit as it comes, to compare times with. Build: cc -O2 bare-libedit.c -ledit

#include <histedit.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *prompt(EditLine *el) {
  (void)el;
  return "> ";
}

int main(int argc, char **argv) {
  setlocale(LC_CTYPE, "");
  EditLine *el = el_init("bare", stdin, stdout, stderr);
  History *past = history_init();
  HistEvent event;
  if (el == NULL || past == NULL) return 1;
  history(past, &event, H_SETSIZE, 10000);
  for (int i = 0; i < (argc > 1 ? atoi(argv[1]) : 0); i += 1) {
    char line[64];
    snprintf(line, sizeof line, "linje nummer %d i historien", i);
    history(past, &event, H_ENTER, line);
  }
  el_set(el, EL_EDITOR, "emacs");
  el_set(el, EL_HIST, history, past);
  el_set(el, EL_PROMPT, prompt);
  el_set(el, EL_PREP_TERM, 1);
  const char *line;
  int count = 0;
  while ((line = el_gets(el, &count)) != NULL && count > 0) {
    if (strcmp(line, "/quit\n") == 0) break;
    history(past, &event, H_ENTER, line);
  }
  el_end(el);
  history_end(past);
  return 0;
}
