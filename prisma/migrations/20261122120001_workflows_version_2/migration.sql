-- The second version of the machines of task and assignment: they can be given back, suspended and reopened. Every state of the
-- first is one of the second with the same meaning, so what lives on the first is moved; only its context takes another shape.
UPDATE subject SET
  workflow_version = 2,
  context = context || jsonb_build_object(
    'stoodIn', CASE
      WHEN state IN ('assigned', 'inProgress') THEN to_jsonb(state)
      WHEN state IN ('awaitingAcceptance', 'completed') THEN '"inProgress"'
      ELSE 'null'
    END,
    'suspendedOn', NULL, 'urges', 0, 'lastUrgedOn', NULL)
WHERE kind = 'TASK' AND workflow_version = 1;

-- Who reported, and whether it was ever received, stands in its steps.
UPDATE subject SET
  workflow_version = 2,
  context = jsonb_build_object(
    'stoodIn', CASE
      WHEN state IN ('awaitingReceipt', 'received', 'delegated') THEN to_jsonb(state)
      WHEN EXISTS (SELECT FROM step WHERE step.root_id = subject.root_id AND step.subject_id = subject.id AND step.event = 'delegate') THEN '"delegated"'
      WHEN EXISTS (SELECT FROM step WHERE step.root_id = subject.root_id AND step.subject_id = subject.id AND step.event = 'receive') THEN '"received"'
      ELSE '"awaitingReceipt"'
    END,
    'reporterId', CASE WHEN context ->> 'reportedOn' IS NOT NULL THEN (
      SELECT step.actor_id FROM step WHERE step.root_id = subject.root_id AND step.subject_id = subject.id AND step.event = 'report' ORDER BY step.number DESC LIMIT 1
    ) END,
    'reportedOn', context -> 'reportedOn',
    'wasReceived', EXISTS (SELECT FROM step WHERE step.root_id = subject.root_id AND step.subject_id = subject.id AND step.event = 'receive'),
    'suspendedOn', NULL)
WHERE kind = 'ASSIGNMENT' AND workflow_version = 1;
