int keyed_random_placeholder(void) { return 0; }
