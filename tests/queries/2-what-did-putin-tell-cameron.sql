-- 15 statements
SELECT e.id, e.statements AS rows FROM entity e WHERE e.slug = +? AND (alive() OR e.id IS NULL) LIMIT +?
SELECT e.id, e.said_about AS rows FROM entity e WHERE e.slug = +? AND (alive() OR e.id IS NULL) LIMIT +?
SELECT p.value AS parent, NULL AS ordered, s.id, s.key, s.sort, s.article_id, s.kind, s.act, s.label, s.attribution, s.voice, s.modality, s.reported_in_id, s.via_id, s.made_on, s.sentence, s.source, s.cue, s.content, s.quotations, s.dated, s.rule, s.reason, s.confidence FROM json_each(+?) p CROSS JOIN json_each((SELECT json_group_array(id) FROM (SELECT id FROM (SELECT own.statement_id AS id, own.sort AS sort FROM statement_entity own CROSS JOIN statement s ON s.id = own.statement_id WHERE own.entity_id = +? AND own.role = +? AND EXISTS (SELECT 1 FROM statement_entity part CROSS JOIN entity e ON e.id = part.entity_id WHERE part.statement_id = s.id AND part.role = +? AND e.slug = +? AND (alive() OR e.id IS NULL)) AND (alive() OR own.sort IS NULL) ORDER BY own.sort ASC LIMIT +?)))) own CROSS JOIN statement s ON s.id = own.value ORDER BY p.key, own.key
SELECT id, key, slug, text FROM article WHERE id = +?
SELECT id, key, slug, text FROM article WHERE id = +?
SELECT s.id, s.key, s.sort, s.article_id, s.kind, s.act, s.label, s.attribution, s.voice, s.modality, s.reported_in_id, s.via_id, s.made_on, s.sentence, s.source, s.cue, s.content, s.quotations, s.dated, s.rule, s.reason, s.confidence FROM statement s WHERE s.id = +?
SELECT s.id, s.key, s.sort, s.article_id, s.kind, s.act, s.label, s.attribution, s.voice, s.modality, s.reported_in_id, s.via_id, s.made_on, s.sentence, s.source, s.cue, s.content, s.quotations, s.dated, s.rule, s.reason, s.confidence FROM statement s WHERE s.reported_in_id IN (SELECT value FROM json_each(+?)) ORDER BY s.sort
SELECT p.key AS place, n.article_id * 100000 + n.position AS id, n.article_id, n.position, n.start, n.end, n.headline FROM json_each(+?) p CROSS JOIN sentence n ON n.article_id = p.value ->> 'article' AND n.position = p.value ->> 'sentence'
SELECT id, key, slug, text FROM article WHERE id = +?
SELECT statement_id, role, entity_id FROM statement_entity WHERE statement_id = +? ORDER BY statement_id, role, ordinal
SELECT e.id, e.key, e.slug, e.slug AS sort, e.named, e.kind, e.name, e.description, e.wikidata_id, e.honorific, e.country_id, e.speaks_for_id, e.place_id, e.part_of_id, e.iso2, e.iso3, e.capital, e.demonyms, e.latitude, e.longitude, e.starts_on, e.ends_on, e.dated, e.voice, e.modality, e.statement_id, e.background FROM entity e WHERE e.id IN (SELECT value FROM json_each(+?))
SELECT id, key, slug, text FROM article WHERE id = +?
SELECT statement_id, role, entity_id FROM statement_entity WHERE statement_id = +? ORDER BY statement_id, role, ordinal
SELECT e.id, e.key, e.slug, e.slug AS sort, e.named, e.kind, e.name, e.description, e.wikidata_id, e.honorific, e.country_id, e.speaks_for_id, e.place_id, e.part_of_id, e.iso2, e.iso3, e.capital, e.demonyms, e.latitude, e.longitude, e.starts_on, e.ends_on, e.dated, e.voice, e.modality, e.statement_id, e.background FROM entity e WHERE e.id IN (SELECT value FROM json_each(+?))
SELECT id, key, slug, text FROM article WHERE id = +?
