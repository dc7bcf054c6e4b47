-- A list of tasks is searched by the words of their sources, too.
CREATE INDEX "directive_search_text_trigrams" ON "directive" USING GIN ("search_text" gin_trgm_ops);
