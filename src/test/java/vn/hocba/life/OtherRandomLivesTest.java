package vn.hocba.life;

class OtherRandomLivesTest extends RandomLives {

    @Override
    int firstSeed() {
        return 501;
    }
}
