-- Trigram indexes on statements, names and texts.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('reader', 'researcher', 'editor', 'admin');

-- CreateEnum
CREATE TYPE "AccountLinkKind" AS ENUM ('first_admin', 'invitation', 'password_reset');

-- CreateEnum
CREATE TYPE "SourceKind" AS ENUM ('article', 'letter', 'statement', 'transcript', 'post', 'report');

-- CreateEnum
CREATE TYPE "SpeakerKind" AS ENUM ('person', 'organisation', 'document');

-- CreateEnum
CREATE TYPE "HowPut" AS ENUM ('asserted', 'reported', 'denied', 'questioned');

-- CreateEnum
CREATE TYPE "RelationKind" AS ENUM ('contradicts', 'agrees', 'supersedes', 'different_time', 'different_scope', 'different_definition', 'attribution_only', 'duplicate', 'unrelated');

-- CreateEnum
CREATE TYPE "RelationState" AS ENUM ('suggested', 'confirmed', 'dismissed');

-- CreateEnum
CREATE TYPE "RelationOrigin" AS ENUM ('person', 'detector');

-- CreateEnum
CREATE TYPE "ReasonType" AS ENUM ('negation', 'antonym', 'quantity', 'date', 'place', 'actor', 'denial', 'exclusivity', 'modality', 'attribution', 'definition', 'wording');

-- CreateEnum
CREATE TYPE "DecisionAction" AS ENUM ('decide', 'undo');

-- CreateEnum
CREATE TYPE "DisputeState" AS ENUM ('open', 'settled', 'withdrawn');

-- CreateTable
CREATE TABLE "user" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "role" "Role" NOT NULL DEFAULT 'reader',
    "disabledAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "token" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "userId" TEXT NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" TIMESTAMPTZ(3),
    "refreshTokenExpiresAt" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "lastRequest" BIGINT NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account_link" (
    "id" UUID NOT NULL,
    "kind" "AccountLinkKind" NOT NULL,
    "secretHash" TEXT NOT NULL,
    "email" TEXT,
    "role" "Role",
    "userId" TEXT,
    "madeById" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "account_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "kind" "SourceKind" NOT NULL,
    "outlet" TEXT,
    "authors" TEXT[],
    "language" TEXT NOT NULL,
    "url" TEXT,
    "canonicalUrl" TEXT,
    "publishedEdtf" TEXT,
    "publishedFrom" DATE,
    "publishedTo" DATE,
    "modifiedEdtf" TEXT,
    "modifiedFrom" DATE,
    "modifiedTo" DATE,
    "accessedEdtf" TEXT,
    "accessedFrom" DATE,
    "accessedTo" DATE,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" TEXT,
    "search" tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, ((title || ' '::text) || COALESCE(outlet, ''::text)))) STORED,

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "snapshot" (
    "id" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "capturedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "capturedById" TEXT,
    "search" tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, "left"(text, 200000))) STORED,

    CONSTRAINT "snapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quote" (
    "id" UUID NOT NULL,
    "snapshotId" UUID NOT NULL,
    "exact" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "suffix" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "search" tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, exact)) STORED,

    CONSTRAINT "quote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "speaker" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "SpeakerKind" NOT NULL,
    "disambiguation" TEXT NOT NULL DEFAULT '',
    "role" TEXT,
    "aliases" TEXT[],
    "wikidataId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "speaker_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "topic" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,

    CONSTRAINT "topic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim" (
    "id" UUID NOT NULL,
    "statement" TEXT NOT NULL,
    "howPut" "HowPut" NOT NULL,
    "speakerId" UUID NOT NULL,
    "saidEdtf" TEXT,
    "saidFrom" DATE,
    "saidTo" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "search" tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, statement)) STORED,

    CONSTRAINT "claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim_topic" (
    "claimId" UUID NOT NULL,
    "topicId" UUID NOT NULL,

    CONSTRAINT "claim_topic_pkey" PRIMARY KEY ("claimId","topicId")
);

-- CreateTable
CREATE TABLE "claim_revision" (
    "id" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "statement" TEXT NOT NULL,
    "howPut" "HowPut" NOT NULL,
    "speakerId" UUID NOT NULL,
    "saidEdtf" TEXT,
    "topics" TEXT[],
    "revisedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revisedById" TEXT,

    CONSTRAINT "claim_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appearance" (
    "id" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "quoteId" UUID NOT NULL,
    "first" BOOLEAN NOT NULL DEFAULT false,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "addedById" TEXT,

    CONSTRAINT "appearance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "relation" (
    "id" UUID NOT NULL,
    "aId" UUID NOT NULL,
    "bId" UUID NOT NULL,
    "aRevision" INTEGER NOT NULL,
    "bRevision" INTEGER NOT NULL,
    "kind" "RelationKind" NOT NULL,
    "state" "RelationState" NOT NULL DEFAULT 'suggested',
    "supersederId" UUID,
    "proposedKind" "RelationKind" NOT NULL,
    "proposedSupersederId" UUID,
    "origin" "RelationOrigin" NOT NULL,
    "note" TEXT,
    "score" DOUBLE PRECISION,
    "modelVersion" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "proposedById" TEXT,

    CONSTRAINT "relation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reason" (
    "id" UUID NOT NULL,
    "relationId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "type" "ReasonType" NOT NULL,
    "explanation" TEXT NOT NULL,
    "aStart" INTEGER NOT NULL,
    "aEnd" INTEGER NOT NULL,
    "aExact" TEXT NOT NULL,
    "bStart" INTEGER NOT NULL,
    "bEnd" INTEGER NOT NULL,
    "bExact" TEXT NOT NULL,
    "aQuoteStart" INTEGER,
    "aQuoteEnd" INTEGER,
    "aQuoteExact" TEXT,
    "bQuoteStart" INTEGER,
    "bQuoteEnd" INTEGER,
    "bQuoteExact" TEXT,

    CONSTRAINT "reason_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" UUID NOT NULL,
    "relationId" UUID NOT NULL,
    "action" "DecisionAction" NOT NULL,
    "kind" "RelationKind",
    "supersederId" UUID,
    "undoesId" UUID,
    "note" TEXT NOT NULL,
    "seenVersion" INTEGER NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedById" TEXT NOT NULL,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dispute" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "summary" TEXT,
    "state" "DisputeState" NOT NULL DEFAULT 'open',
    "publishedAt" TIMESTAMPTZ(3),
    "publishedById" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "search" tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, ((question || ' '::text) || COALESCE(summary, ''::text)))) STORED,

    CONSTRAINT "dispute_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "position" (
    "id" UUID NOT NULL,
    "disputeId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "label" TEXT NOT NULL,

    CONSTRAINT "position_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "position_claim" (
    "positionId" UUID NOT NULL,
    "disputeId" UUID NOT NULL,
    "claimId" UUID NOT NULL,

    CONSTRAINT "position_claim_pkey" PRIMARY KEY ("disputeId","claimId")
);

-- CreateTable
CREATE TABLE "comment" (
    "id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "sourceId" UUID,
    "quoteId" UUID,
    "claimId" UUID,
    "relationId" UUID,
    "disputeId" UUID,
    "authorId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "editedAt" TIMESTAMPTZ(3),
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" TEXT,
    "action" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "from" JSONB,
    "to" JSONB,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_userId_idx" ON "session"("userId");

-- CreateIndex
CREATE INDEX "account_userId_idx" ON "account"("userId");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "rate_limit_key_key" ON "rate_limit"("key");

-- CreateIndex
CREATE UNIQUE INDEX "account_link_secretHash_key" ON "account_link"("secretHash");

-- CreateIndex
CREATE INDEX "account_link_userId_idx" ON "account_link"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "source_canonicalUrl_key" ON "source"("canonicalUrl");

-- CreateIndex
CREATE INDEX "source_outlet_idx" ON "source"("outlet");

-- CreateIndex
CREATE INDEX "source_publishedFrom_id_idx" ON "source"("publishedFrom", "id");

-- CreateIndex
CREATE INDEX "source_search_idx" ON "source" USING GIN ("search");

-- CreateIndex
CREATE INDEX "source_title_trgm_idx" ON "source" USING GIN ("title" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "snapshot_search_idx" ON "snapshot" USING GIN ("search");

-- CreateIndex
CREATE INDEX "snapshot_text_trgm_idx" ON "snapshot" USING GIN ("text" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "snapshot_sourceId_sha256_key" ON "snapshot"("sourceId", "sha256");

-- CreateIndex
CREATE INDEX "quote_search_idx" ON "quote" USING GIN ("search");

-- CreateIndex
CREATE UNIQUE INDEX "quote_snapshotId_start_end_key" ON "quote"("snapshotId", "start", "end");

-- CreateIndex
CREATE UNIQUE INDEX "speaker_wikidataId_key" ON "speaker"("wikidataId");

-- CreateIndex
CREATE INDEX "speaker_name_trgm_idx" ON "speaker" USING GIN ("name" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "speaker_name_kind_disambiguation_key" ON "speaker"("name", "kind", "disambiguation");

-- CreateIndex
CREATE UNIQUE INDEX "topic_name_key" ON "topic"("name");

-- CreateIndex
CREATE UNIQUE INDEX "topic_slug_key" ON "topic"("slug");

-- CreateIndex
CREATE INDEX "claim_speakerId_id_idx" ON "claim"("speakerId", "id");

-- CreateIndex
CREATE INDEX "claim_saidFrom_id_idx" ON "claim"("saidFrom", "id");

-- CreateIndex
CREATE INDEX "claim_search_idx" ON "claim" USING GIN ("search");

-- CreateIndex
CREATE INDEX "claim_statement_trgm_idx" ON "claim" USING GIN ("statement" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "claim_topic_topicId_claimId_idx" ON "claim_topic"("topicId", "claimId");

-- CreateIndex
CREATE INDEX "claim_revision_speakerId_idx" ON "claim_revision"("speakerId");

-- CreateIndex
CREATE UNIQUE INDEX "claim_revision_claimId_number_key" ON "claim_revision"("claimId", "number");

-- CreateIndex
CREATE INDEX "appearance_quoteId_idx" ON "appearance"("quoteId");

-- CreateIndex
CREATE UNIQUE INDEX "appearance_claimId_quoteId_key" ON "appearance"("claimId", "quoteId");

-- CreateIndex
CREATE UNIQUE INDEX "appearance_one_first_key" ON "appearance"("claimId") WHERE (first);

-- CreateIndex
CREATE INDEX "relation_bId_idx" ON "relation"("bId");

-- CreateIndex
CREATE INDEX "relation_state_id_idx" ON "relation"("state", "id");

-- CreateIndex
CREATE UNIQUE INDEX "relation_aId_bId_key" ON "relation"("aId", "bId");

-- CreateIndex
CREATE UNIQUE INDEX "reason_relationId_ordinal_key" ON "reason"("relationId", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "decision_undoesId_key" ON "decision"("undoesId");

-- CreateIndex
CREATE INDEX "decision_decidedById_idx" ON "decision"("decidedById");

-- CreateIndex
CREATE UNIQUE INDEX "decision_relationId_seenVersion_key" ON "decision"("relationId", "seenVersion");

-- CreateIndex
CREATE UNIQUE INDEX "dispute_slug_key" ON "dispute"("slug");

-- CreateIndex
CREATE INDEX "dispute_changedAt_id_idx" ON "dispute"("changedAt", "id");

-- CreateIndex
CREATE INDEX "dispute_search_idx" ON "dispute" USING GIN ("search");

-- CreateIndex
CREATE UNIQUE INDEX "position_disputeId_ordinal_key" ON "position"("disputeId", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "position_id_disputeId_key" ON "position"("id", "disputeId");

-- CreateIndex
CREATE INDEX "position_claim_positionId_idx" ON "position_claim"("positionId");

-- CreateIndex
CREATE INDEX "position_claim_claimId_idx" ON "position_claim"("claimId");

-- CreateIndex
CREATE INDEX "comment_sourceId_id_idx" ON "comment"("sourceId", "id");

-- CreateIndex
CREATE INDEX "comment_claimId_id_idx" ON "comment"("claimId", "id");

-- CreateIndex
CREATE INDEX "comment_relationId_id_idx" ON "comment"("relationId", "id");

-- CreateIndex
CREATE INDEX "comment_disputeId_id_idx" ON "comment"("disputeId", "id");

-- CreateIndex
CREATE INDEX "comment_quoteId_idx" ON "comment"("quoteId");

-- CreateIndex
CREATE INDEX "comment_authorId_idx" ON "comment"("authorId");

-- CreateIndex
CREATE INDEX "event_subjectType_subjectId_id_idx" ON "event"("subjectType", "subjectId", "id");

-- CreateIndex
CREATE INDEX "event_actorId_id_idx" ON "event"("actorId", "id");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_link" ADD CONSTRAINT "account_link_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_link" ADD CONSTRAINT "account_link_madeById_fkey" FOREIGN KEY ("madeById") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source" ADD CONSTRAINT "source_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "snapshot" ADD CONSTRAINT "snapshot_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "snapshot" ADD CONSTRAINT "snapshot_capturedById_fkey" FOREIGN KEY ("capturedById") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote" ADD CONSTRAINT "quote_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "snapshot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_speakerId_fkey" FOREIGN KEY ("speakerId") REFERENCES "speaker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_topic" ADD CONSTRAINT "claim_topic_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_topic" ADD CONSTRAINT "claim_topic_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_revision" ADD CONSTRAINT "claim_revision_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_revision" ADD CONSTRAINT "claim_revision_speakerId_fkey" FOREIGN KEY ("speakerId") REFERENCES "speaker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_revision" ADD CONSTRAINT "claim_revision_revisedById_fkey" FOREIGN KEY ("revisedById") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appearance" ADD CONSTRAINT "appearance_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appearance" ADD CONSTRAINT "appearance_quoteId_fkey" FOREIGN KEY ("quoteId") REFERENCES "quote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appearance" ADD CONSTRAINT "appearance_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relation" ADD CONSTRAINT "relation_aId_fkey" FOREIGN KEY ("aId") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relation" ADD CONSTRAINT "relation_bId_fkey" FOREIGN KEY ("bId") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relation" ADD CONSTRAINT "relation_aId_aRevision_fkey" FOREIGN KEY ("aId", "aRevision") REFERENCES "claim_revision"("claimId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relation" ADD CONSTRAINT "relation_bId_bRevision_fkey" FOREIGN KEY ("bId", "bRevision") REFERENCES "claim_revision"("claimId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relation" ADD CONSTRAINT "relation_proposedById_fkey" FOREIGN KEY ("proposedById") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reason" ADD CONSTRAINT "reason_relationId_fkey" FOREIGN KEY ("relationId") REFERENCES "relation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_relationId_fkey" FOREIGN KEY ("relationId") REFERENCES "relation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_undoesId_fkey" FOREIGN KEY ("undoesId") REFERENCES "decision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dispute" ADD CONSTRAINT "dispute_publishedById_fkey" FOREIGN KEY ("publishedById") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position" ADD CONSTRAINT "position_disputeId_fkey" FOREIGN KEY ("disputeId") REFERENCES "dispute"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position_claim" ADD CONSTRAINT "position_claim_positionId_disputeId_fkey" FOREIGN KEY ("positionId", "disputeId") REFERENCES "position"("id", "disputeId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position_claim" ADD CONSTRAINT "position_claim_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "source"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_quoteId_fkey" FOREIGN KEY ("quoteId") REFERENCES "quote"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "claim"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_relationId_fkey" FOREIGN KEY ("relationId") REFERENCES "relation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_disputeId_fkey" FOREIGN KEY ("disputeId") REFERENCES "dispute"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- ── What Prisma's schema cannot say ────────────────────────────────────────────────────────────────

-- Accounts
ALTER TABLE "account_link" ADD CONSTRAINT "account_link_for_whom" CHECK (
    CASE "kind"
        WHEN 'invitation' THEN "role" IS NOT NULL AND "userId" IS NULL
        WHEN 'password_reset' THEN "userId" IS NOT NULL AND "role" IS NULL
        ELSE "role" IS NULL AND "userId" IS NULL
    END
);

-- Sources: a partial date is its EDTF text and the range of days it covers, or nothing.
ALTER TABLE "source"
    ADD CONSTRAINT "source_title_said" CHECK (btrim("title") <> ''),
    ADD CONSTRAINT "source_version_positive" CHECK ("version" >= 1),
    ADD CONSTRAINT "source_published_whole" CHECK (
        num_nulls("publishedEdtf", "publishedFrom", "publishedTo") IN (0, 3)
        AND ("publishedEdtf" IS NULL OR "publishedFrom" <= "publishedTo")
    ),
    ADD CONSTRAINT "source_modified_whole" CHECK (
        num_nulls("modifiedEdtf", "modifiedFrom", "modifiedTo") IN (0, 3)
        AND ("modifiedEdtf" IS NULL OR "modifiedFrom" <= "modifiedTo")
    ),
    ADD CONSTRAINT "source_accessed_whole" CHECK (
        num_nulls("accessedEdtf", "accessedFrom", "accessedTo") IN (0, 3)
        AND ("accessedEdtf" IS NULL OR "accessedFrom" <= "accessedTo")
    );

ALTER TABLE "snapshot"
    ADD CONSTRAINT "snapshot_text_said" CHECK ("text" <> ''),
    ADD CONSTRAINT "snapshot_sha256_of_text" CHECK (
        "sha256" = encode(sha256(convert_to("text", 'UTF8')), 'hex')
    );

ALTER TABLE "quote"
    ADD CONSTRAINT "quote_exact_said" CHECK ("exact" <> ''),
    ADD CONSTRAINT "quote_range" CHECK ("start" >= 0 AND "end" > "start");

-- Claims
ALTER TABLE "speaker"
    ADD CONSTRAINT "speaker_name_said" CHECK (btrim("name") <> ''),
    ADD CONSTRAINT "speaker_wikidata_id" CHECK ("wikidataId" ~ '^Q[1-9][0-9]*$');

ALTER TABLE "topic" ADD CONSTRAINT "topic_name_said" CHECK (btrim("name") <> '');

ALTER TABLE "claim"
    ADD CONSTRAINT "claim_statement_said" CHECK (btrim("statement") <> ''),
    ADD CONSTRAINT "claim_version_positive" CHECK ("version" >= 1),
    ADD CONSTRAINT "claim_said_whole" CHECK (
        num_nulls("saidEdtf", "saidFrom", "saidTo") IN (0, 3)
        AND ("saidEdtf" IS NULL OR "saidFrom" <= "saidTo")
    );

ALTER TABLE "claim_revision" ADD CONSTRAINT "claim_revision_number_positive" CHECK ("number" >= 1);

-- Relations
ALTER TABLE "relation"
    ADD CONSTRAINT "relation_pair_ordered" CHECK ("aId" < "bId"),
    ADD CONSTRAINT "relation_superseder" CHECK (
        ("kind" = 'supersedes') = ("supersederId" IS NOT NULL)
        AND ("supersederId" IS NULL OR "supersederId" IN ("aId", "bId"))
    ),
    ADD CONSTRAINT "relation_proposed_superseder" CHECK (
        ("proposedKind" = 'supersedes') = ("proposedSupersederId" IS NOT NULL)
        AND ("proposedSupersederId" IS NULL OR "proposedSupersederId" IN ("aId", "bId"))
    ),
    ADD CONSTRAINT "relation_dismissed_is_unrelated" CHECK (
        CASE "state"
            WHEN 'dismissed' THEN "kind" = 'unrelated'
            WHEN 'confirmed' THEN "kind" <> 'unrelated'
            ELSE "kind" = "proposedKind"
        END
    ),
    ADD CONSTRAINT "relation_proposes_something" CHECK ("proposedKind" <> 'unrelated'),
    ADD CONSTRAINT "relation_score" CHECK ("score" BETWEEN 0 AND 1),
    ADD CONSTRAINT "relation_detector_says_which" CHECK (
        ("origin" = 'detector') = ("modelVersion" IS NOT NULL)
    );

ALTER TABLE "reason"
    ADD CONSTRAINT "reason_spans" CHECK (
        "aStart" >= 0 AND "aEnd" > "aStart" AND "bStart" >= 0 AND "bEnd" > "bStart"
    ),
    ADD CONSTRAINT "reason_quote_span_a" CHECK (
        num_nulls("aQuoteStart", "aQuoteEnd", "aQuoteExact") IN (0, 3)
        AND ("aQuoteStart" IS NULL OR ("aQuoteStart" >= 0 AND "aQuoteEnd" > "aQuoteStart"))
    ),
    ADD CONSTRAINT "reason_quote_span_b" CHECK (
        num_nulls("bQuoteStart", "bQuoteEnd", "bQuoteExact") IN (0, 3)
        AND ("bQuoteStart" IS NULL OR ("bQuoteStart" >= 0 AND "bQuoteEnd" > "bQuoteStart"))
    );

ALTER TABLE "decision"
    ADD CONSTRAINT "decision_note_said" CHECK (btrim("note") <> ''),
    ADD CONSTRAINT "decision_says_what" CHECK (
        CASE "action"
            WHEN 'decide' THEN "kind" IS NOT NULL AND "undoesId" IS NULL
                AND ("kind" = 'supersedes') = ("supersederId" IS NOT NULL)
            ELSE "kind" IS NULL AND "supersederId" IS NULL AND "undoesId" IS NOT NULL
        END
    );

-- Disputes
ALTER TABLE "dispute"
    ADD CONSTRAINT "dispute_question_said" CHECK (btrim("question") <> ''),
    ADD CONSTRAINT "dispute_slug" CHECK ("slug" <> '' AND "slug" = lower("slug")),
    ADD CONSTRAINT "dispute_published_by" CHECK (num_nulls("publishedAt", "publishedById") IN (0, 2));

ALTER TABLE "position"
    ADD CONSTRAINT "position_label_said" CHECK (btrim("label") <> ''),
    ADD CONSTRAINT "position_ordinal" CHECK ("ordinal" >= 1);

-- Comments: on exactly one subject, and on a quote only within its source.
ALTER TABLE "comment"
    ADD CONSTRAINT "comment_one_subject" CHECK (
        num_nonnulls("sourceId", "claimId", "relationId", "disputeId") = 1
        AND ("quoteId" IS NULL OR "sourceId" IS NOT NULL)
    ),
    ADD CONSTRAINT "comment_body_said" CHECK (btrim("body") <> '' OR "removedAt" IS NOT NULL);

-- What never changes.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "snapshot_immutable" BEFORE UPDATE OR DELETE ON "snapshot" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "quote_immutable" BEFORE UPDATE OR DELETE ON "quote" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "claim_revision_immutable" BEFORE UPDATE OR DELETE ON "claim_revision" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "decision_immutable" BEFORE UPDATE OR DELETE ON "decision" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "event_immutable" BEFORE UPDATE OR DELETE ON "event" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A quote's words stand in its snapshot.
CREATE FUNCTION refuse_unfounded_quote() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM "snapshot" WHERE "id" = NEW."snapshotId" AND position(NEW."exact" IN "text") > 0
    ) THEN
        RAISE EXCEPTION 'the quoted words do not stand in the snapshot' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER "quote_founded" BEFORE INSERT ON "quote" FOR EACH ROW EXECUTE FUNCTION refuse_unfounded_quote();

-- A claim has the revision its version names and a first appearance; checked at commit, as each needs the other.
CREATE FUNCTION refuse_incomplete_claim(claim uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM "appearance" WHERE "claimId" = claim AND "first") THEN
        RAISE EXCEPTION 'claim % has no first appearance', claim USING ERRCODE = 'check_violation';
    END IF;
    IF NOT EXISTS (
        SELECT 1 FROM "claim" JOIN "claim_revision" ON "claimId" = "claim"."id" AND "number" = "version"
        WHERE "claim"."id" = claim
    ) THEN
        RAISE EXCEPTION 'claim % has no revision of its version', claim USING ERRCODE = 'check_violation';
    END IF;
END
$$;

CREATE FUNCTION check_claim() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refuse_incomplete_claim(NEW."id");
    RETURN NULL;
END
$$;

CREATE FUNCTION check_claim_of_appearance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refuse_incomplete_claim(OLD."claimId");
    RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER "claim_complete" AFTER INSERT OR UPDATE ON "claim"
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_claim();
CREATE CONSTRAINT TRIGGER "appearance_keeps_first" AFTER UPDATE OR DELETE ON "appearance"
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_claim_of_appearance();
