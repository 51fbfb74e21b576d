-- CreateEnum
CREATE TYPE "TrustLevel" AS ENUM ('INSTANT', 'CONFIRM_FIRST', 'CONFIRM_LATER');

-- AlterTable
ALTER TABLE "AccessCode" ADD COLUMN     "expiresAt" TIMESTAMPTZ(3),
ADD COLUMN     "maxUses" INTEGER,
ADD COLUMN     "revokedAt" TIMESTAMPTZ(3),
ADD COLUMN     "totalUses" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "EarlyAccessCampaign" ADD COLUMN     "accentColor" TEXT,
ADD COLUMN     "activatedAt" TIMESTAMPTZ(3),
ADD COLUMN     "capacity" INTEGER,
ADD COLUMN     "confirmWithinMinutes" INTEGER NOT NULL DEFAULT 1440,
ADD COLUMN     "consentText" TEXT,
ADD COLUMN     "hasWaitingList" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "isGuestListOnly" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "pictureUrl" TEXT,
ADD COLUMN     "showsEmailFirst" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "texts" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "totalPasses" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "trustLevel" "TrustLevel" NOT NULL DEFAULT 'INSTANT';

-- AlterTable
ALTER TABLE "SecretLink" ADD COLUMN     "expiresAt" TIMESTAMPTZ(3),
ADD COLUMN     "maxUses" INTEGER,
ADD COLUMN     "totalUses" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Signup" ADD COLUMN     "confirmedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "Consent" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "signupId" UUID NOT NULL,
    "isGiven" BOOLEAN NOT NULL,
    "text" TEXT NOT NULL,
    "textVersion" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "page" TEXT,
    "answeredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Consent_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "EmailConfirmation" (
    "shop" TEXT NOT NULL,
    "signupId" UUID NOT NULL,
    "handleDigest" BYTEA NOT NULL,
    "codeDigest" BYTEA NOT NULL,
    "linkDigest" BYTEA NOT NULL,
    "wrongCodes" INTEGER NOT NULL DEFAULT 0,
    "sentCount" INTEGER NOT NULL DEFAULT 1,
    "lastSentAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),

    CONSTRAINT "EmailConfirmation_pkey" PRIMARY KEY ("shop","signupId")
);

-- CreateTable
CREATE TABLE "Guest" (
    "shop" TEXT NOT NULL,
    "campaignId" UUID NOT NULL,
    "emailKey" TEXT NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Guest_pkey" PRIMARY KEY ("shop","campaignId","emailKey")
);

-- CreateTable
CREATE TABLE "WaitingListEntry" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "emailKey" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "WaitingListEntry_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "AccessPass" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "signupId" UUID,
    "accessCodeId" UUID,
    "secretLinkId" UUID,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AccessPass_pkey" PRIMARY KEY ("shop","id")
);

-- CreateIndex
CREATE INDEX "Consent_shop_signupId_answeredAt_idx" ON "Consent"("shop", "signupId", "answeredAt");

-- CreateIndex
CREATE UNIQUE INDEX "EmailConfirmation_handleDigest_key" ON "EmailConfirmation"("handleDigest");

-- CreateIndex
CREATE UNIQUE INDEX "EmailConfirmation_linkDigest_key" ON "EmailConfirmation"("linkDigest");

-- CreateIndex
CREATE INDEX "WaitingListEntry_shop_campaignId_createdAt_id_idx" ON "WaitingListEntry"("shop", "campaignId", "createdAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "WaitingListEntry_shop_campaignId_emailKey_key" ON "WaitingListEntry"("shop", "campaignId", "emailKey");

-- CreateIndex
CREATE INDEX "AccessPass_shop_campaignId_issuedAt_id_idx" ON "AccessPass"("shop", "campaignId", "issuedAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "AccessPass_shop_signupId_key" ON "AccessPass"("shop", "signupId");

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_shop_signupId_fkey" FOREIGN KEY ("shop", "signupId") REFERENCES "Signup"("shop", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EmailConfirmation" ADD CONSTRAINT "EmailConfirmation_shop_signupId_fkey" FOREIGN KEY ("shop", "signupId") REFERENCES "Signup"("shop", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Guest" ADD CONSTRAINT "Guest_shop_campaignId_fkey" FOREIGN KEY ("shop", "campaignId") REFERENCES "EarlyAccessCampaign"("shop", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WaitingListEntry" ADD CONSTRAINT "WaitingListEntry_shop_campaignId_fkey" FOREIGN KEY ("shop", "campaignId") REFERENCES "EarlyAccessCampaign"("shop", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessPass" ADD CONSTRAINT "AccessPass_shop_campaignId_fkey" FOREIGN KEY ("shop", "campaignId") REFERENCES "EarlyAccessCampaign"("shop", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessPass" ADD CONSTRAINT "AccessPass_shop_signupId_fkey" FOREIGN KEY ("shop", "signupId") REFERENCES "Signup"("shop", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Campaigns that run now were activated at a time that is not on record.
UPDATE "EarlyAccessCampaign" SET "activatedAt" = "createdAt" WHERE "isActive";
