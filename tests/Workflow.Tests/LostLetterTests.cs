using ProgramReview.Functions.Requesting;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Workflow.Tests;

/// <summary>Whoever lost the letter types an address on the first page; only that address is ever written to.</summary>
public sealed class LostLetterTests
{
    [Fact]
    public async Task Every_Open_Duty_Of_An_Address_Gets_A_Fresh_Link_Once_A_Day()
    {
        await using var scenario = await Scenario.StartAsync();
        var address = scenario.Plan.Body(scenario.Alpha.Body).Contacts[0].Email;
        var fresh = scenario.World.Get<FreshLinks>();
        var before = scenario.Sent.Count;

        await fresh.SendToAsync("nobody@elsewhere.example", Scenario.Cancel);
        await fresh.SendToAsync("", Scenario.Cancel);
        Assert.Equal(before, scenario.Sent.Count);

        await fresh.SendToAsync(address.ToUpperInvariant(), Scenario.Cancel);
        await fresh.SendToAsync(address, Scenario.Cancel);
        var letter = Assert.Single(scenario.Sent.Skip(before));
        Assert.Equal(address, letter.ToAddress);
        var held = await scenario.HeldLinkAsync(scenario.Alpha.ToString(), LinkPurpose.Upload);
        Assert.Contains("asked", letter.Id, StringComparison.Ordinal);
        Assert.False(held.HasPassedOn);

        await scenario.ToDayAsync(1);
        await fresh.SendToAsync(address, Scenario.Cancel);
        Assert.Equal(
            2,
            scenario
                .Sent.Skip(before)
                .Count(mail => mail.Id.Contains("asked", StringComparison.Ordinal))
        );
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task Who_Decides_Gets_A_Link_To_The_Round_That_Is_Open()
    {
        await using var scenario = await Scenario.StartAsync();
        var approver = scenario.Plan.Plan.Approval.Approvers[0];
        var fresh = scenario.World.Get<FreshLinks>();
        await fresh.SendToAsync(approver.Email, Scenario.Cancel);
        Assert.DoesNotContain(
            scenario.Sent,
            mail => mail.Id.Contains("asked", StringComparison.Ordinal)
        );

        await scenario.ReachApprovalAsync();
        await fresh.SendToAsync(approver.Email, Scenario.Cancel);

        var letter = Assert.Single(
            scenario.Sent,
            mail => mail.Id.Contains("asked", StringComparison.Ordinal)
        );
        Assert.Equal(approver.Email, letter.ToAddress);
        var link = await scenario.HeldLinkAsync("1", LinkPurpose.Decide);
        Assert.Equal(approver.Id, link.Link.Person);
    }
}
