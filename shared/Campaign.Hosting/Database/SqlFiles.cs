using System.Reflection;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Campaign.Hosting.Database;

/// <summary>
/// What EF Core's model does not know (partitions, triggers, constraints, functions) stands in SQL files beside the migration.
/// </summary>
public static class SqlFiles
{
    /// <param name="migrations">The builder of a migration.</param>
    /// <param name="file">Name of an embedded file in the folder of the migrations, e.g. <c>attendance.sql</c>.</param>
    /// <exception cref="InvalidOperationException">There is no such file.</exception>
    public static void SqlFile(this MigrationBuilder migrations, string file)
    {
        var assembly = Assembly.GetCallingAssembly();
        var name = assembly
            .GetManifestResourceNames()
            .SingleOrDefault(resource => resource.EndsWith($".Migrations.{file}", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"Migrations/{file} is not embedded in {assembly.GetName().Name}.");
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        migrations.Sql(reader.ReadToEnd());
    }
}
