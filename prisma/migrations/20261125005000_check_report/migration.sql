-- CreateTable
CREATE TABLE "check_report" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "findings" JSON NOT NULL,
    "modelVersion" TEXT NOT NULL,
    "sentences" INTEGER NOT NULL,
    "conflicting" INTEGER NOT NULL,
    "repeating" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" TEXT NOT NULL,

    CONSTRAINT "check_report_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "check_report_createdAt_id_idx" ON "check_report"("createdAt", "id");

-- CreateIndex
CREATE INDEX "check_report_createdById_idx" ON "check_report"("createdById");

-- AddForeignKey
ALTER TABLE "check_report" ADD CONSTRAINT "check_report_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
