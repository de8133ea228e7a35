using Campaign.Recognition.Nominations;

namespace Campaign.Recognition.Tests.Rules;

public class AchievementKeyTests
{
    [Theory]
    [InlineData("Cải tạo chung cư cũ, đạt 100 %", "cai tao  CHUNG CU cu dat 100%.")]
    [InlineData("Đổi mới sinh hoạt chi bộ", "doi moi sinh hoat chi bo")]
    public void One_achievement_is_recognised_in_another_spelling(string one, string other) =>
        AchievementKey.Of(one).ShouldBe(AchievementKey.Of(other));

    [Fact]
    public void Other_words_are_another_achievement() =>
        AchievementKey.Of("Cải tạo chung cư cũ năm 2022").ShouldNotBe(AchievementKey.Of("Cải tạo chung cư cũ năm 2023"));
}
