#ifndef CYAML_H
#define CYAML_H

// libyaml's parser as one function to call again and again: its own events are unions that Swift cannot read safely.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// What comes next in a document.
typedef enum {
  /// A text.
  CYAML_TEXT,
  /// A list begins.
  CYAML_LIST,
  /// A map begins: a key and its value by turns.
  CYAML_MAP,
  /// The innermost list or map ends.
  CYAML_CLOSE,
  /// A document begins.
  CYAML_DOCUMENT,
  /// Nothing more comes.
  CYAML_END,
  /// What is no YAML; the text says why.
  CYAML_BROKEN,
} cyaml_kind;

/// One step through a document.
typedef struct {
  cyaml_kind kind;
  /// The line on which it begins, from 1.
  size_t line;
  /// What a text says, or why something is no YAML; until the next step. UTF-8.
  const uint8_t *_Nullable text;
  /// The bytes of it.
  size_t length;
  /// Whether a text stands without quotation marks and on no line of its own.
  bool is_plain;
  /// Whether it has a name that others can refer to, is such a reference, or says its own type.
  bool is_marked;
} cyaml_event;

/// A document that is being read.
typedef struct cyaml_parser cyaml_parser;

/// Begins to read.
///
/// - Parameters:
///   - bytes: The document, UTF-8; it stays where it is until the reading ends.
///   - count: How many they are.
/// - Returns: nil when there is no memory for it.
cyaml_parser *_Nullable cyaml_open(const uint8_t *_Nullable bytes, size_t count);

/// What comes next. After the end, or what is no YAML, nothing else comes.
cyaml_event cyaml_next(cyaml_parser *_Nonnull parser);

/// Ends the reading.
void cyaml_close(cyaml_parser *_Nonnull parser);

#endif
