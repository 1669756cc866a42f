-- 8 statements
SELECT e.id, e.statements AS rows FROM entity e WHERE e.slug = +? AND (e.id & 63 OR alive()) LIMIT +?
SELECT e.id, e.said_about AS rows FROM entity e WHERE e.slug = +? AND (e.id & 63 OR alive()) LIMIT +?
SELECT s.id, s.article_id, s.reported_in_id, s.act, s.label, s.voice, s.sentence, s.source, s.content FROM statement_entity own CROSS JOIN statement s NOT INDEXED ON s.id = own.statement_id WHERE own.entity_id = +? AND own.role = +? AND EXISTS (SELECT 1 FROM statement_entity also WHERE also.entity_id = +? AND also.role = +? AND also.sort = own.sort) AND (own.statement_id & 63 OR alive()) ORDER BY own.sort ASC LIMIT +?
SELECT s.id, s.article_id, s.reported_in_id, s.label, s.content FROM statement s WHERE s.id = +?
SELECT s.id, s.article_id, s.reported_in_id, s.sort, s.key, s.kind, s.act, s.label, s.attribution, s.voice, s.modality, s.via_id, s.made_on, s.sentence, s.source, s.cue, s.content, s.quotations, s.dated, s.rule, s.reason, s.confidence FROM statement s WHERE s.reported_in_id IN (SELECT value FROM json_each(+?)) ORDER BY s.sort
SELECT p.key AS place, n.article_id * 100000 + n.position AS id, n.article_id, n.position, n.start, n.end, n.headline FROM json_each(+?) p CROSS JOIN sentence n ON n.article_id = p.value ->> 'article' AND n.position = p.value ->> 'sentence'
SELECT p.statement_id AS of, p.ordinal, e.id, e.slug, e.kind, e.name FROM json_each(+?) i CROSS JOIN statement_entity p ON p.statement_id = i.value AND p.role = +? CROSS JOIN entity e ON e.id = p.entity_id
SELECT p.statement_id AS of, p.ordinal, e.id, e.slug, e.kind, e.name FROM json_each(+?) i CROSS JOIN statement_entity p ON p.statement_id = i.value AND p.role = +? CROSS JOIN entity e ON e.id = p.entity_id
