using System.Net;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Local.Host.Simulation;
using ProgramReview.Local.Rehearsal.People;
using ProgramReview.Local.Rehearsal.People.Forms;

namespace ProgramReview.Host.Tests;

public sealed class HttpActsTests
{
    private static readonly ReceivedMail Mail = new(
        "1~hanoi-decision-1-0~chair",
        "Please decide: http://127.0.0.1:9/a/token"
    );

    public static TheoryData<Act> Acts =>
        [
            new Act.Open(default, Mail),
            new Act.Decide(default, Mail, 1, DecisionVerdict.Approve, "", []),
            new Act.Upload(
                default,
                Mail,
                new PartId(AssignmentId.Parse("hanoi.north.report"), "report"),
                () => new FilledForm(SampleFile.Report("r.pdf", "r"), [])
            ),
        ];

    [Theory, MemberData(nameof(Acts), DisableDiscoveryEnumeration = true)]
    public async Task A_page_that_is_gone_is_an_outcome(Act act)
    {
        using var http = new HttpClient(new Gone());

        var outcome = await new HttpActs(http).DoAsync(act, CancellationToken.None);

        Assert.Contains("410", outcome, StringComparison.Ordinal);
    }

    private sealed class Gone : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        ) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.Gone));
    }
}
