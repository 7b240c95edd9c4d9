-- CreateIndex
CREATE INDEX "sighting_state_idx" ON "sighting"("state");
