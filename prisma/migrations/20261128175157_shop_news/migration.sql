-- AlterTable
ALTER TABLE "Shop" ADD COLUMN     "detailsAt" TIMESTAMPTZ(3),
ADD COLUMN     "scopesAt" TIMESTAMPTZ(3);
