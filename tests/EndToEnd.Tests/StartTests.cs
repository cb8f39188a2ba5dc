using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ProgramReview.EndToEnd.Tests.Running;

namespace ProgramReview.EndToEnd.Tests;

/// <summary>Cycles that must not be started.</summary>
public sealed class StartTests(Product product)
{
    [Fact]
    public async Task A_second_start_is_refused_and_names_the_running_cycle()
    {
        var cycle = await Cycle.StartAsync(product, new TrialPlan("twice", 600, 700));
        await cycle.RequestAsync("north");

        using var plan = cycle.Plan.ToContent();
        using var again = await product.Operator.PostAsync("api/cycles", plan);

        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        var problem = await ProblemAsync(again);
        Assert.Equal("cycle-already-started", problem.GetProperty("code").GetString());
        var detail = problem.GetProperty("detail").GetString();
        Assert.Contains(cycle.Plan.Id, detail);
        Assert.Contains("/status/", detail);
    }

    [Fact]
    public async Task A_plan_with_faults_starts_nothing_and_every_fault_is_named()
    {
        var plan = new TrialPlan("faulty", 600, 700);
        var text = plan
            .Text.Replace("quorum: 2", "quorum: 9", StringComparison.Ordinal)
            .Replace("email: chair@", "email: chair at ", StringComparison.Ordinal);
        using var body = new StringContent(text, Encoding.UTF8, "application/yaml");

        using var answer = await product.Operator.PostAsync("api/cycles", body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = await ProblemAsync(answer);
        Assert.Equal("plan-faulty", problem.GetProperty("code").GetString());
        var faults = problem
            .GetProperty("faults")
            .EnumerateArray()
            .Select(fault => fault.GetString()!);
        Assert.Contains(faults, fault => fault.Contains("quorum", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("chair at ", StringComparison.Ordinal));
        using var status = await product.Operator.GetAsync($"status/{plan.Id}");
        Assert.Equal(HttpStatusCode.NotFound, status.StatusCode);
        Assert.Empty(await product.Mails.InAsync($"{plan.Id}.example"));
    }

    [Theory]
    [InlineData("no-such-plan")]
    [InlineData("../hanoi-01-ctr-tu")]
    [InlineData("")]
    public async Task A_plan_that_is_not_there_is_a_problem(string name)
    {
        using var answer = await product.Operator.PostAsJsonAsync(
            "api/cycles",
            new { plan = name }
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = await ProblemAsync(answer);
        Assert.Equal("plan-unknown", problem.GetProperty("code").GetString());
        Assert.Contains("template", problem.GetProperty("detail").GetString());
    }

    private static Task<JsonElement> ProblemAsync(HttpResponseMessage answer)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
