namespace ProgramReview.Contracts.Tests;

/// <summary>What the engine does not do is not declared, so that a use of it does not compile.</summary>
public sealed class AbsenceTests
{
    private static readonly string[] Absent = ["Entit", "Rewind", "Restart", "History"];

    [Theory]
    [InlineData("Microsoft.DurableTask.Entities.ITaskEntity")]
    [InlineData("Microsoft.DurableTask.Entities.TaskEntity`1")]
    [InlineData("Microsoft.DurableTask.Client.Entities.DurableEntityClient")]
    [InlineData("Microsoft.Azure.Functions.Worker.EntityTriggerAttribute")]
    public void The_types_of_entities_are_real_and_not_declared(string name)
    {
        Assert.Contains(name, Listing.Types.Keys);
        Assert.Null(typeof(TaskName).Assembly.GetType(name));
    }

    [Theory]
    [InlineData(typeof(TaskOrchestrationContext), "Entities")]
    [InlineData(typeof(DurableTaskRegistry), "AddEntity")]
    [InlineData(typeof(DurableTaskClient), "Entities")]
    [InlineData(typeof(DurableTaskClient), "RewindInstanceAsync")]
    [InlineData(typeof(DurableTaskClient), "RestartAsync")]
    [InlineData(typeof(DurableTaskClient), "GetOrchestrationHistoryAsync")]
    public void The_members_are_real_and_not_declared(Type type, string member)
    {
        Assert.Contains(
            Listing.Types[type.FullName!].Members,
            line => line.Contains($" {member}", StringComparison.Ordinal)
        );
        Assert.Empty(type.GetMember(member));
    }

    [Fact]
    public void Nothing_declared_has_a_name_of_that_kind()
    {
        var all =
            from type in typeof(TaskName).Assembly.GetExportedTypes()
            from name in type.GetMembers().Select(member => member.Name).Prepend(type.Name)
            where Absent.Any(word => name.Contains(word, StringComparison.Ordinal))
            select $"{type.FullName}.{name}";

        Assert.Empty(all);
    }
}
