-- All that the queue is narrowed, ordered and counted by stands in its index.
DROP INDEX "relation_queue_idx";
CREATE INDEX "relation_queue_idx" ON "relation"(("reasonTypes"[1]), (coalesce("score", 1)) DESC, "id" DESC)
    INCLUDE ("reasonTypes", "score", "awaits", "proposedVersion", "assignedToId", "aId", "bId")
    WHERE "state" = 'suggested';
