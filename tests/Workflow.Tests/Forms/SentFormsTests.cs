using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Uploading;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Uploading;
using ProgramReview.Local.Rehearsal;
using ProgramReview.Local.Rehearsal.People;

namespace ProgramReview.Workflow.Tests.Forms;

public sealed class SentFormsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task In_a_rehearsal_of_the_shipped_plan_every_body_sends_its_own_forms()
    {
        var file = SourceTree.PathOf("plans/hanoi-01-ctr-tu/plan.yaml");
        var plan = new PlanLookup(PlanFile.Read(File.ReadAllText(file), file, null).Plan!);
        await using var world = World.Create(plan.Plan.Opens);
        var punctual = Profile.Named.Single(profile => profile.Name == "punctual");

        await new Rehearsal(world, plan, punctual).RunAsync(Cancellation);

        var submissions = world.Get<ISubmissionStore>();
        var sent = new List<PartId>();
        await foreach (var blob in submissions.ListAsync($"{plan.Plan.Cycle}/", Cancellation))
        {
            var name = BlobName.Parse(blob.Name, null);
            using var content = new MemoryStream();
            await using (var stored = await submissions.OpenAsync(blob.Name, Cancellation))
            {
                await stored.CopyToAsync(content, Cancellation);
            }
            if (name.Part is "report" or "annex")
            {
                sent.Add(new PartId(name.Assignment, name.Part));
            }
            if (name.Part == "report")
            {
                Assert.True(Documents.Sections(content.ToArray()).Count == 5);
            }
            if (name.Part == "annex")
            {
                Assert.Equal(
                    name.Assignment.ToString(),
                    Sheets.Property(content.ToArray(), "ProgramReview.Assignment")
                );
                Assert.Equal(
                    AnnexDefinition.Of(plan, name.Assignment).Hash,
                    Sheets.Property(content.ToArray(), "ProgramReview.Annex")
                );
            }
        }
        Assert.Equal(
            plan.Assignments.SelectMany(id =>
                    new[] { new PartId(id, "annex"), new PartId(id, "report") }
                )
                .Select(part => part.ToString())
                .Order(),
            sent.Select(part => part.ToString()).Order()
        );
    }
}
