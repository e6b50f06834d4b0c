#include "CAnalyticsFiles.h"

static const unsigned char metrics[] = {
#embed "../Analytics/Resources/metrics.tsv"
};

static const unsigned char recipes[] = {
#embed "../Analytics/Resources/recipes.tsv"
};

static const unsigned char words[] = {
#embed "../Analytics/Resources/words.tsv"
};

analytics_file analytics_metrics(void) { return (analytics_file){metrics, sizeof metrics}; }

analytics_file analytics_recipes(void) { return (analytics_file){recipes, sizeof recipes}; }

analytics_file analytics_words(void) { return (analytics_file){words, sizeof words}; }
