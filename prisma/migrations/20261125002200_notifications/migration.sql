-- CreateEnum
CREATE TYPE "NotificationReason" AS ENUM ('mentioned', 'contradicted', 'disputed', 'quote_changed', 'followed');

-- CreateTable
CREATE TABLE "comment_mention" (
    "commentId" UUID NOT NULL,
    "accountId" TEXT NOT NULL,

    CONSTRAINT "comment_mention_pkey" PRIMARY KEY ("commentId","accountId")
);

-- CreateTable
CREATE TABLE "dispute_follow" (
    "disputeId" UUID NOT NULL,
    "accountId" TEXT NOT NULL,
    "following" BOOLEAN NOT NULL,

    CONSTRAINT "dispute_follow_pkey" PRIMARY KEY ("disputeId","accountId")
);

-- CreateTable
CREATE TABLE "notification" (
    "recipientId" TEXT NOT NULL,
    "eventId" UUID NOT NULL,
    "reason" "NotificationReason" NOT NULL,
    "readAt" TIMESTAMPTZ(3),
    "sourceId" UUID,
    "claimId" UUID,
    "relationId" UUID,
    "disputeId" UUID,

    CONSTRAINT "notification_pkey" PRIMARY KEY ("recipientId","eventId")
);

-- CreateIndex
CREATE INDEX "comment_mention_accountId_idx" ON "comment_mention"("accountId");

-- CreateIndex
CREATE INDEX "dispute_follow_accountId_idx" ON "dispute_follow"("accountId");

-- CreateIndex
CREATE INDEX "notification_eventId_idx" ON "notification"("eventId");

-- CreateIndex
CREATE INDEX "notification_sourceId_idx" ON "notification"("sourceId");

-- CreateIndex
CREATE INDEX "notification_claimId_idx" ON "notification"("claimId");

-- CreateIndex
CREATE INDEX "notification_relationId_idx" ON "notification"("relationId");

-- CreateIndex
CREATE INDEX "notification_disputeId_idx" ON "notification"("disputeId");

-- CreateIndex
CREATE INDEX "notification_unread_idx" ON "notification"("recipientId") WHERE ("readAt" IS NULL);

-- AddForeignKey
ALTER TABLE "comment_mention" ADD CONSTRAINT "comment_mention_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_mention" ADD CONSTRAINT "comment_mention_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dispute_follow" ADD CONSTRAINT "dispute_follow_disputeId_fkey" FOREIGN KEY ("disputeId") REFERENCES "dispute"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dispute_follow" ADD CONSTRAINT "dispute_follow_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_recipientId_fkey" FOREIGN KEY ("recipientId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_relationId_fkey" FOREIGN KEY ("relationId") REFERENCES "relation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_disputeId_fkey" FOREIGN KEY ("disputeId") REFERENCES "dispute"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ── What Prisma's schema cannot say ────────────────────────────────────────────────────────────────

ALTER TABLE "notification"
    ADD CONSTRAINT "notification_one_target" CHECK (num_nonnulls("sourceId", "claimId", "relationId", "disputeId") = 1);

-- Tells who has something new under the bell, after the commit of whatever did it.
CREATE FUNCTION tell_recipients() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('counterclaim_live', json_build_object('recipients', part.recipients)::text)
    FROM (
        SELECT json_agg(r."recipientId") AS recipients
        FROM (SELECT "recipientId", row_number() OVER () AS place FROM added) AS r
        GROUP BY r.place / 80
    ) AS part;
    RETURN NULL;
END
$$;

CREATE TRIGGER "notification_told" AFTER INSERT ON "notification"
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION tell_recipients();
