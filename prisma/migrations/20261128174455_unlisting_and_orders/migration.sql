-- CreateEnum
CREATE TYPE "UnlistingPhase" AS ENUM ('PLANNED', 'HIDING', 'HIDDEN', 'SHOWING', 'LEFT_ALONE');

-- CreateEnum
CREATE TYPE "UnlistingEvent" AS ENUM ('HIDING', 'HIDDEN', 'SHOWING', 'SHOWN', 'LEFT_ALONE', 'FAILED');

-- CreateEnum
CREATE TYPE "UnlistingProblem" AS ENUM ('NOT_INSTALLED', 'SCOPE_MISSING', 'REFUSED', 'THROTTLED', 'UNREACHABLE');

-- AlterTable
ALTER TABLE "EarlyAccessCampaign" ADD COLUMN     "hidesProducts" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "Unlisting" (
    "shop" TEXT NOT NULL,
    "productId" TEXT NOT NULL,
    "phase" "UnlistingPhase" NOT NULL DEFAULT 'PLANNED',
    "statusBefore" "ProductStatus",
    "campaignIds" UUID[],
    "catalogStatus" "ProductStatus",
    "dueAt" TIMESTAMPTZ(3) DEFAULT statement_timestamp(),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "detail" TEXT,

    CONSTRAINT "Unlisting_pkey" PRIMARY KEY ("shop","productId")
);

-- CreateTable
CREATE TABLE "UnlistingEntry" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "productId" TEXT NOT NULL,
    "campaignIds" UUID[],
    "event" "UnlistingEvent" NOT NULL,
    "statusBefore" "ProductStatus",
    "statusAfter" "ProductStatus",
    "detail" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "UnlistingEntry_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "UnlistingTurn" (
    "shop" TEXT NOT NULL,
    "leasedUntil" TIMESTAMPTZ(3),
    "lease" UUID,
    "dueAt" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "problem" "UnlistingProblem",
    "detail" TEXT,

    CONSTRAINT "UnlistingTurn_pkey" PRIMARY KEY ("shop")
);

-- CreateTable
CREATE TABLE "CampaignOrder" (
    "shop" TEXT NOT NULL,
    "campaignId" UUID NOT NULL,
    "orderId" TEXT NOT NULL,
    "amount" DECIMAL(14,4) NOT NULL,
    "currencyCode" TEXT NOT NULL,
    "paidAt" TIMESTAMPTZ(3) NOT NULL,
    "accessCodeId" UUID,
    "secretLinkId" UUID,

    CONSTRAINT "CampaignOrder_pkey" PRIMARY KEY ("shop","campaignId","orderId")
);

-- CreateIndex
CREATE INDEX "UnlistingEntry_shop_at_id_idx" ON "UnlistingEntry"("shop", "at", "id");

-- CreateIndex
CREATE INDEX "CampaignOrder_shop_orderId_idx" ON "CampaignOrder"("shop", "orderId");

-- AddForeignKey
ALTER TABLE "Unlisting" ADD CONSTRAINT "Unlisting_shop_fkey" FOREIGN KEY ("shop") REFERENCES "Shop"("domain") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnlistingEntry" ADD CONSTRAINT "UnlistingEntry_shop_fkey" FOREIGN KEY ("shop") REFERENCES "Shop"("domain") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnlistingTurn" ADD CONSTRAINT "UnlistingTurn_shop_fkey" FOREIGN KEY ("shop") REFERENCES "Shop"("domain") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CampaignOrder" ADD CONSTRAINT "CampaignOrder_shop_campaignId_fkey" FOREIGN KEY ("shop", "campaignId") REFERENCES "EarlyAccessCampaign"("shop", "id") ON DELETE CASCADE ON UPDATE CASCADE;
