-- Who reported or asked may have done it for an absent person; nobody had before.

UPDATE subject SET context = '{"reporterForId": null}'::jsonb || context WHERE kind IN ('TASK', 'ASSIGNMENT');
UPDATE subject SET context = '{"requesterForId": null}'::jsonb || context WHERE kind = 'EXTENSION_REQUEST';
