package vn.hocba.life;

class FirstRandomLivesTest extends RandomLives {

    @Override
    int firstSeed() {
        return 1;
    }
}
