-- CreateTable
CREATE TABLE "saved_search" (
    "id" UUID NOT NULL,
    "ownerId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "filters" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_search_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "saved_search_ownerId_name_key" ON "saved_search"("ownerId", "name");

-- AddForeignKey
ALTER TABLE "saved_search" ADD CONSTRAINT "saved_search_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "saved_search"
    ADD CONSTRAINT "saved_search_name_said" CHECK (btrim("name") <> ''),
    ADD CONSTRAINT "saved_search_filters_said" CHECK (btrim("filters") <> '');
