-- CreateEnum
CREATE TYPE "Destination" AS ENUM ('KLAVIYO', 'OMNISEND');

-- CreateEnum
CREATE TYPE "ConnectionProblem" AS ENUM ('KEY_REFUSED', 'SCOPE_MISSING', 'VERSION_RETIRED');

-- CreateEnum
CREATE TYPE "ReceiptState" AS ENUM ('WAITING', 'SENDING', 'ACCEPTED', 'AWAITING_CONFIRMATION', 'ON_LIST', 'SKIPPED', 'FAILED', 'PARKED');

-- CreateEnum
CREATE TYPE "ReceiptReason" AS ENUM ('NO_CONSENT', 'UNSUBSCRIBED', 'SUPPRESSED', 'ADDRESS_REFUSED', 'VENDOR_REFUSED', 'NOT_SEEN', 'AUDIENCE_GONE', 'UNREACHABLE', 'THROTTLED');

-- CreateEnum
CREATE TYPE "ReceiptEvent" AS ENUM ('PLANNED', 'SENT', 'ACCEPTED', 'SEEN', 'AWAITING', 'NOT_SEEN', 'SKIPPED', 'REFUSED', 'FAILED', 'RETRIED', 'PARKED');

-- AlterTable
ALTER TABLE "Consent" ALTER COLUMN "answeredAt" SET DEFAULT statement_timestamp();

-- AlterTable
ALTER TABLE "EarlyAccessCampaign" ADD COLUMN     "klaviyoListSince" TIMESTAMPTZ(3) NOT NULL DEFAULT statement_timestamp(),
ADD COLUMN     "omnisendListSince" TIMESTAMPTZ(3) NOT NULL DEFAULT statement_timestamp();

-- AlterTable
ALTER TABLE "Signup" DROP COLUMN "klaviyoContactId",
DROP COLUMN "klaviyoSynced",
DROP COLUMN "omnisendContactId",
DROP COLUMN "omnisendSynced";

-- CreateTable
CREATE TABLE "Connection" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "destination" "Destination" NOT NULL,
    "sealedKey" BYTEA NOT NULL,
    "keyEnding" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "accountName" TEXT NOT NULL,
    "sendsWithoutConsent" BOOLEAN NOT NULL DEFAULT false,
    "sendsEvent" BOOLEAN NOT NULL DEFAULT false,
    "sendsWelcomeMessage" BOOLEAN NOT NULL DEFAULT false,
    "problem" "ConnectionProblem",
    "problemDetail" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "retryAt" TIMESTAMPTZ(3),
    "lastAnswerAt" TIMESTAMPTZ(3),
    "lastAnswer" TEXT,
    "connectedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT statement_timestamp(),
    "checkedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT statement_timestamp(),

    CONSTRAINT "Connection_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "Receipt" (
    "shop" TEXT NOT NULL,
    "signupId" UUID NOT NULL,
    "destination" "Destination" NOT NULL,
    "campaignId" UUID NOT NULL,
    "audience" TEXT NOT NULL,
    "state" "ReceiptState" NOT NULL DEFAULT 'WAITING',
    "reason" "ReceiptReason",
    "detail" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "dueAt" TIMESTAMPTZ(3) DEFAULT statement_timestamp(),
    "leasedUntil" TIMESTAMPTZ(3),
    "lease" UUID,
    "attemptedAt" TIMESTAMPTZ(3),
    "failingSince" TIMESTAMPTZ(3),
    "acceptedAt" TIMESTAMPTZ(3),
    "seenAt" TIMESTAMPTZ(3),
    "looks" INTEGER NOT NULL DEFAULT 0,
    "consentAt" TIMESTAMPTZ(3),
    "contactId" TEXT,
    "job" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT statement_timestamp(),
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT statement_timestamp(),

    CONSTRAINT "Receipt_pkey" PRIMARY KEY ("shop","signupId","destination")
);

-- CreateTable
CREATE TABLE "ReceiptEntry" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "signupId" UUID NOT NULL,
    "destination" "Destination" NOT NULL,
    "event" "ReceiptEvent" NOT NULL,
    "detail" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT statement_timestamp(),

    CONSTRAINT "ReceiptEntry_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "Backfill" (
    "shop" TEXT NOT NULL,
    "campaignId" UUID NOT NULL,
    "destination" "Destination" NOT NULL,
    "audience" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT statement_timestamp(),

    CONSTRAINT "Backfill_pkey" PRIMARY KEY ("shop","campaignId","destination","audience")
);

-- CreateTable
CREATE TABLE "Erasure" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "destination" "Destination" NOT NULL,
    "sealedEmail" BYTEA,
    "audience" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "dueAt" TIMESTAMPTZ(3) DEFAULT statement_timestamp(),
    "leasedUntil" TIMESTAMPTZ(3),
    "failingSince" TIMESTAMPTZ(3),
    "detail" TEXT,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT statement_timestamp(),
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "Erasure_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "VendorBudget" (
    "account" TEXT NOT NULL,
    "bucket" TEXT NOT NULL,
    "fullAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "VendorBudget_pkey" PRIMARY KEY ("account","bucket")
);

-- CreateTable
CREATE TABLE "SyncGuard" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "server" TEXT NOT NULL,
    "heldAt" TIMESTAMPTZ(3),
    "heldReason" TEXT,

    CONSTRAINT "SyncGuard_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Connection_shop_destination_key" ON "Connection"("shop", "destination");

-- CreateIndex
CREATE INDEX "Receipt_shop_destination_dueAt_idx" ON "Receipt"("shop", "destination", "dueAt");

-- CreateIndex
CREATE INDEX "Receipt_shop_campaignId_destination_state_idx" ON "Receipt"("shop", "campaignId", "destination", "state");

-- CreateIndex
CREATE INDEX "ReceiptEntry_shop_signupId_destination_at_idx" ON "ReceiptEntry"("shop", "signupId", "destination", "at");

-- CreateIndex
CREATE INDEX "Erasure_shop_destination_dueAt_idx" ON "Erasure"("shop", "destination", "dueAt");

-- CreateIndex
CREATE INDEX "Consent_shop_answeredAt_idx" ON "Consent"("shop", "answeredAt");

-- CreateIndex
CREATE INDEX "Signup_shop_confirmedAt_idx" ON "Signup"("shop", "confirmedAt");

-- AddForeignKey
ALTER TABLE "Connection" ADD CONSTRAINT "Connection_shop_fkey" FOREIGN KEY ("shop") REFERENCES "Shop"("domain") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Receipt" ADD CONSTRAINT "Receipt_shop_signupId_fkey" FOREIGN KEY ("shop", "signupId") REFERENCES "Signup"("shop", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReceiptEntry" ADD CONSTRAINT "ReceiptEntry_shop_signupId_destination_fkey" FOREIGN KEY ("shop", "signupId", "destination") REFERENCES "Receipt"("shop", "signupId", "destination") ON DELETE CASCADE ON UPDATE CASCADE;
