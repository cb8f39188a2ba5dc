using ProgramReview.Local.Rehearsal.People;

namespace ProgramReview.Workflow.Tests;

public sealed class ProfileFileTests
{
    [Fact]
    public void What_A_Profile_Leaves_Out_Is_Typical()
    {
        var profile = ProfileFile.Read(
            """
            name: floods
            units:
              asksExtension: 0.5
              sends: [0.8, 1]
              withinLast: 02:00:00
            operators: { grants: 1, extendsBy: 3.00:00:00 }
            """,
            "floods.yaml"
        );

        Assert.Equal("floods", profile.Name);
        Assert.Equal(0.5, profile.Units.AsksExtension);
        Assert.Equal(new Stretch(0.8, 1), profile.Units.Sends);
        Assert.Equal(TimeSpan.FromHours(2), profile.Units.WithinLast);
        Assert.Equal(TimeSpan.FromDays(3), profile.Operators.ExtendsBy);
        Assert.Equal(Profile.Typical.Units.Late, profile.Units.Late);
        Assert.Equal(Profile.Typical.Approvers, profile.Approvers);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("units: {}", "name")]
    [InlineData("name: a\nunits: { never: 1.5 }", "units.never")]
    [InlineData("name: a\nunits: { never: 0.6, late: 0.6 }", "together")]
    [InlineData("name: a\nunits: { sends: [0.9, 0.1] }", "units.sends")]
    [InlineData("name: a\nunits:\n  sends: [0.9]", "p.yaml:3")]
    [InlineData("name: a\nunits:\n  sleeps: 1", "sleeps")]
    [InlineData("name: a\noperators: { grants: often }", "p.yaml:2")]
    [InlineData("name: [", "p.yaml:1")]
    public void A_Faulty_Profile_Is_Refused_With_The_Place(string yaml, string said) =>
        Assert.Contains(
            said,
            Assert.Throws<FormatException>(() => ProfileFile.Read(yaml, "p.yaml")).Message
        );
}
