-- CreateTable
CREATE TABLE "MailBudget" (
    "digest" BYTEA NOT NULL,
    "mails" INTEGER NOT NULL,
    "resetsAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MailBudget_pkey" PRIMARY KEY ("digest")
);

-- CreateIndex
CREATE INDEX "MailBudget_resetsAt_idx" ON "MailBudget"("resetsAt");
