-- CreateTable
CREATE TABLE "BatchTurn" (
    "shop" TEXT NOT NULL,
    "destination" "Destination" NOT NULL,
    "holder" UUID NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "BatchTurn_pkey" PRIMARY KEY ("shop","destination")
);
