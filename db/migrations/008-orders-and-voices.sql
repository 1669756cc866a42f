-- Who speaks for whom in an article's own word, without a look at all that is bound to a country (docs/reading.md).
CREATE INDEX relationship_voice ON relationship (object_id, subject_id) WHERE type IN ('HOLDS_OFFICE', 'REPRESENTS', 'LEADS')
  AND voice = 'ARTICLE' AND modality = 'ACTUAL' AND coalesce(role, '') NOT LIKE 'Former %';

-- What is dated, which few relationships are: found by their days, of which each has at least one.
CREATE INDEX relationship_dated ON relationship (coalesce(starts_on, ends_on), coalesce(ends_on, starts_on)) WHERE coalesce(starts_on, ends_on) IS NOT NULL;

-- How much stands in an article: orders of lists are by these.
ALTER TABLE article ADD COLUMN mentions INTEGER NOT NULL DEFAULT 0;
ALTER TABLE article ADD COLUMN statements INTEGER NOT NULL DEFAULT 0;
UPDATE article SET mentions = (SELECT coalesce(sum(mentions), 0) FROM appearance WHERE article_id = article.id),
  statements = (SELECT count(*) FROM statement WHERE article_id = article.id);
CREATE INDEX article_mentions ON article (mentions, sort);
CREATE INDEX article_statements ON article (statements, sort);
