-- What came from one address: versions of an article.
CREATE INDEX article_url ON article (url, sort);
