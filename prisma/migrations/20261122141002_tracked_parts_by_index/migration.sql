-- The plan of the trigger is kept for the session, and may have been made while the tables were empty: then it reads them whole for
-- every act that follows. It is always a few rows of a root that are wanted, and always by index.
ALTER FUNCTION keep_tracked_parts() SET enable_seqscan = off;
ALTER FUNCTION keep_tracked_parts() SET enable_hashjoin = off;
ALTER FUNCTION keep_tracked_parts() SET enable_mergejoin = off;
