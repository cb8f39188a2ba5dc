using System.Security.Cryptography;
using System.Text.Json;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Planning;
using Xunit;

namespace ProgramReview.Functions.Tests.Planning;

/// <summary>A cycle names its plan by hash, so what the format learns must not change how a plan that does not use it is stored.</summary>
public sealed class PlanHashTests
{
    /// <summary>Of the frozen plan, computed before sections, parts, indicators, kinds and readers were known.</summary>
    private const string Before =
        "3b55c8907ace2d2b3cdd77ec49b5c93bb7c020c4efbc7cab3cf6b4f507f80ec8";

    [Fact]
    public void A_plan_that_uses_nothing_new_keeps_its_hash() =>
        Assert.Equal(Before, Hash(Read(FrozenPlan.Text)));

    [Theory]
    [InlineData("kinds: [{ code: city, style: party }]")]
    [InlineData("checks: { section-missing: query }")]
    [InlineData("unexplained: holds")]
    [InlineData("checkWait: 2h")]
    [InlineData("corrections: 2d\ncorrectable: [value-missing]")]
    public void What_a_plan_says_is_in_its_hash(string said) =>
        Assert.NotEqual(Before, Hash(Read($"{FrozenPlan.Text}\n{said}\n")));

    [Fact]
    public void A_stored_plan_reads_as_it_was_written()
    {
        var plan = Read(PlanText.Template);

        Assert.Equal(
            Hash(plan),
            Hash(JsonSerializer.Deserialize<Plan>(JsonSerializer.SerializeToUtf8Bytes(plan))!)
        );
    }

    private static Plan Read(string yaml) =>
        HanoiPlanTests.Valid(PlanFile.Read(yaml, "plan.yaml", PlanText.Start));

    private static string Hash(Plan plan) =>
        Convert.ToHexStringLower(SHA256.HashData(PlanStore.Write(plan)));
}
