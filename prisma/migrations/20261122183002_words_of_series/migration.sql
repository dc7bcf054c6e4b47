-- The list of recurring duties is searched by their words, folded as everywhere: lower case, no diacritics, đ as d, single spaces.
ALTER TABLE "task_series" ADD COLUMN "search_text" TEXT;

UPDATE "task_series" SET "search_text" = trim(regexp_replace(replace(
  regexp_replace(normalize(lower("content"), NFD), '[\u0300-\u036F]', '', 'g'), 'đ', 'd'), '\s+', ' ', 'g'));

ALTER TABLE "task_series" ALTER COLUMN "search_text" SET NOT NULL;
