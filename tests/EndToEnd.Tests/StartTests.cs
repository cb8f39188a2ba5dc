using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ProgramReview.EndToEnd.Tests.Pages;
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

        using var changed = TrialPlan.ToContent(
            cycle.Plan.Text.Replace("version: 1", "version: 2", StringComparison.Ordinal)
        );
        using var other = await product.Operator.PostAsync("api/cycles", changed);
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        Assert.Equal(
            "cycle-runs-another-plan",
            (await ProblemAsync(other)).GetProperty("code").GetString()
        );
    }

    [Fact]
    public async Task A_plan_with_faults_starts_nothing_and_every_fault_is_named()
    {
        var plan = new TrialPlan("faulty", 600, 700);
        var text = plan
            .Text.Replace("quorum: 2", "quorum: 9", StringComparison.Ordinal)
            .Replace("email: chair@", "email: chair at ", StringComparison.Ordinal);
        using var body = TrialPlan.ToContent(text);

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
            new { plan = name, reason = "A trial." }
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = await ProblemAsync(answer);
        Assert.Equal("plan-unknown", problem.GetProperty("code").GetString());
        Assert.Contains("template", problem.GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("", "reason-missing")]
    [InlineData("long", "reason-too-long")]
    public async Task Without_a_reason_nothing_is_started(string reason, string code)
    {
        var plan = new TrialPlan("unreasoned", 600, 700);

        using var answer = await product.Operator.PostAsJsonAsync(
            "api/cycles",
            new { planText = plan.Text, reason = reason.PadRight(reason.Length * 501, '.') }
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var problem = await ProblemAsync(answer);
        Assert.Equal(code, problem.GetProperty("code").GetString());
        using var status = await product.Operator.GetAsync($"status/{plan.Id}");
        Assert.Equal(HttpStatusCode.NotFound, status.StatusCode);
    }

    [Fact]
    public async Task A_plan_file_is_sent_with_the_form_and_its_reason_stands_in_the_story()
    {
        var plan = new TrialPlan("filed", 600, 700);
        var text = plan.Text;

        using var faulty = await PostFormAsync(
            text.Replace("quorum: 2", "quorum: 9", StringComparison.Ordinal)
        );

        var page = await FollowAsync(faulty);
        Assert.Contains("quorum", page.QuerySelector(".finding-error")!.TextContent);
        Assert.Equal(
            "The yearly review.",
            page.QuerySelector("textarea[name=reason]")!.TextContent
        );

        using var looked = await PostFormAsync(text);
        var preview = (await FollowAsync(looked)).QuerySelector("input[name=preview]")!;
        using var started = await SendAsync(
            new FormUrlEncodedContent([new("preview", preview.GetAttribute("value"))])
        );

        Assert.Equal(HttpStatusCode.SeeOther, started.StatusCode);
        var story = await Html.GetAsync(
            product.Operator,
            new Uri(product.Address, $"status/{plan.Id}/story")
        );
        Assert.Contains("The yearly review.", story.QuerySelector("ol.story")!.TextContent);
    }

    private Task<HttpResponseMessage> PostFormAsync(string plan) =>
        SendAsync(
            new MultipartFormDataContent
            {
                { new StringContent(""), "plan" },
                { new StringContent("The yearly review."), "reason" },
                { new ByteArrayContent(Encoding.UTF8.GetBytes(plan)), "planFile", "plan.yaml" },
            }
        );

    private Task<AngleSharp.Dom.IDocument> FollowAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return Html.GetAsync(product.Operator, new Uri(product.Address, answer.Headers.Location!));
    }

    private async Task<HttpResponseMessage> SendAsync(HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/cycles")
        {
            Content = content,
            Headers = { { "Accept", "text/html" } },
        };
        return await product.Operator.SendAsync(request);
    }

    private static Task<JsonElement> ProblemAsync(HttpResponseMessage answer)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
