-- Search by parts of words: what the trigram indexes of the next migration are made with.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
