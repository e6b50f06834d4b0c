#ifndef CANALYTICSFILES_H
#define CANALYTICSFILES_H

#include <stddef.h>

/// The tables of names in Sources/Analytics/Resources, built into the program so that one binary is all there is to ship.
typedef struct {
  /// The content, UTF-8, without a closing zero.
  const unsigned char *_Nonnull bytes;
  /// The number of bytes.
  size_t size;
} analytics_file;

/// What columns measure, and what they are called.
analytics_file analytics_metrics(void);

/// How a KPI is made from what columns measure.
analytics_file analytics_recipes(void);

/// What else is known by its words: months, totals, missing values, networks.
analytics_file analytics_words(void);

#endif
