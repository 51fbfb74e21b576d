-- CreateEnum
CREATE TYPE "CheckoutProblem" AS ENUM ('PLUS_ONLY', 'TOO_MANY_VALIDATIONS', 'FUNCTION_MISSING', 'SCOPE_MISSING', 'SWITCHED_OFF', 'REFUSED', 'UNREACHABLE');

-- AlterTable
ALTER TABLE "EarlyAccessCampaign" ADD COLUMN     "checkoutMessage" TEXT,
ADD COLUMN     "enforcesAtCheckout" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "mostPiecesPerOrder" INTEGER;

-- CreateTable
CREATE TABLE "CheckoutGate" (
    "shop" TEXT NOT NULL,
    "validationId" TEXT,
    "configDigest" BYTEA,
    "writtenAt" TIMESTAMPTZ(3),
    "problem" "CheckoutProblem",
    "problemDetail" TEXT,
    "retryAt" TIMESTAMPTZ(3),
    "leasedUntil" TIMESTAMPTZ(3),
    "leftOut" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "revokedLeftOut" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "CheckoutGate_pkey" PRIMARY KEY ("shop")
);

-- CreateTable
CREATE TABLE "CheckoutProduct" (
    "shop" TEXT NOT NULL,
    "productId" TEXT NOT NULL,
    "gate" TEXT NOT NULL,

    CONSTRAINT "CheckoutProduct_pkey" PRIMARY KEY ("shop","productId")
);

-- CreateIndex
CREATE INDEX "CheckoutGate_retryAt_idx" ON "CheckoutGate"("retryAt");

-- AddForeignKey
ALTER TABLE "CheckoutGate" ADD CONSTRAINT "CheckoutGate_shop_fkey" FOREIGN KEY ("shop") REFERENCES "Shop"("domain") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckoutProduct" ADD CONSTRAINT "CheckoutProduct_shop_fkey" FOREIGN KEY ("shop") REFERENCES "CheckoutGate"("shop") ON DELETE CASCADE ON UPDATE CASCADE;


-- CreateIndex
CREATE INDEX "EarlyAccessCampaign_enforcesAtCheckout_isActive_shop_idx" ON "EarlyAccessCampaign"("enforcesAtCheckout", "isActive", "shop");
